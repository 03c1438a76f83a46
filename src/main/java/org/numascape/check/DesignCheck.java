package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;

/// A rule that looks at all guests together, or at the host: it is asked again after every change
/// and has to take its time in proportion to what is there.
non-sealed interface DesignCheck extends Check {

  /// Every place where the rule is broken, in the order a person reads the host.
  Stream<Finding> examine(Analysis facts);
}
