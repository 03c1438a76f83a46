package org.numascape.placement;

import java.util.Collection;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;

/// Pins moved by one step, all of what is selected alike: to the next CPU, core or node.
///
/// A vCPU of the same guest that is in the way, and is not moved itself, gets a CPU that they left.
public sealed interface Nudge {

  /// How far.
  enum Step {
    /// To the next CPU in logical order.
    PU,
    /// To the same thread of the next core.
    CORE,
    /// To the same place of the next node; memory too.
    NODE
  }

  /// It can be done, and this comes of it.
  record Moved(DropPlan plan) implements Nudge {}

  /// It cannot be done.
  record Refused(String why) implements Nudge {}

  /// Moves what is pinned or bound of these forward or back.
  static Nudge of(Analysis facts, Collection<? extends Item> items, Step step, boolean forward) {
    try {
      return new Nudging(facts, step, forward ? 1 : -1).of(items);
    } catch (IllegalStateException end) {
      return new Refused(String.valueOf(end.getMessage()));
    }
  }
}
