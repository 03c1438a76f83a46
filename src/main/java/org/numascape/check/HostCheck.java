package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;

/// A rule on how the host's kernel and services are set. Where nobody knows a setting it needs, it
/// says that instead of staying silent: silence would read as "all is well".
interface HostCheck extends DesignCheck {

  /// What it cannot decide about this design, and for want of what.
  Stream<Undecided> undecided(Analysis facts);
}
