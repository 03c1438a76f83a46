package org.numascape.drawing;

import java.util.Set;
import org.numascape.topology.ObjectId;

/// Which alike neighbours stand together as one box with their number. Boxes that differ in use are
/// never folded together.
///
/// @param everywhere whether all alike neighbours fold, rather than none
/// @param except parents whose parts are the other way round: unfolded where all fold, folded where
///   none does
public record Folding(boolean everywhere, Set<ObjectId> except) {

  /// Every box is drawn.
  public static final Folding NONE = new Folding(false, Set.of());

  /// All that can be folded is.
  public static final Folding ALL = new Folding(true, Set.of());

  /// Copies the set.
  public Folding {
    except = Set.copyOf(except);
  }

  /// Whether the alike parts of `parent` stand together.
  public boolean folds(ObjectId parent) {
    return everywhere != except.contains(parent);
  }

  /// The same with the parts of one box the other way round.
  public Folding toggled(ObjectId parent) {
    var other = new java.util.HashSet<>(except);
    if (!other.add(parent)) {
      other.remove(parent);
    }
    return new Folding(everywhere, other);
  }
}
