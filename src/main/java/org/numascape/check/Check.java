package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;

/// One rule: looks at the facts of a design and says what is wrong.
interface Check {

  /// Every place where the rule is broken, in the order a person reads the host.
  Stream<Problem> examine(Analysis facts);
}
