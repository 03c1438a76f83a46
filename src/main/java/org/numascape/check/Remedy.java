package org.numascape.check;

import java.util.List;
import org.numascape.analysis.Analysis;

/// Works out the ways out of what a rule found. Asked only when somebody looks, and with the facts
/// of that moment, because a fix may need room that another guest has taken since.
interface Remedy {

  /// No way out that is an edit.
  Remedy NONE = facts -> List.of();

  /// The ways out, best first.
  List<Fix> fixes(Analysis facts);
}
