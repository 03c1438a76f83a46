package org.numascape.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.numascape.topology.ObjectId;
import org.numascape.topology.TopologyObject;

/// Finds neighbours that are alike in what they are and in what is planned on them, and folds them
/// where that is wanted.
final class Folds {

  /// Fewer neighbours than this are drawn each: folding two would show as many boxes.
  private static final int ALIKE = 3;

  private final Told told;
  private final Folding folding;
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final IdentityHashMap<Block, Integer> known = new IdentityHashMap<>();
  private final Set<ObjectId> foldable = new HashSet<>();

  Folds(Told told, Folding folding) {
    this.told = told;
    this.folding = folding;
  }

  /// The objects some of whose parts are alike, folded or not. Complete once [#fold] has run.
  Set<ObjectId> foldable() {
    return Set.copyOf(foldable);
  }

  /// The same box with alike neighbours in it folded.
  Block fold(Block block) {
    return switch (block) {
      case Block.Frame frame ->
          new Block.Frame(frame.frame(), folded(frame.parts()), frame.memory(), frame.devices());
      case Block.Node node ->
          new Block.Node(
              node.own(),
              node.groups(),
              node.around(),
              folded(node.parts()),
              node.memory(),
              node.devices());
      case Block.Shared shared -> new Block.Shared(shared.caches(), folded(shared.parts()));
      case Block.Bundle bundle -> new Block.Bundle(folded(bundle.parts()));
      case Block.Cores cores -> cores;
      case Block.Fold fold -> fold;
    };
  }

  private List<Block> folded(List<Block> parts) {
    var kept = new ArrayList<Block>();
    int at = 0;
    while (at < parts.size()) {
      int end = at + 1;
      int like = number(parts.get(at));
      while (end < parts.size() && number(parts.get(end)) == like) {
        end++;
      }
      var parent = parts.get(at).object().flatMap(told.host()::parent).map(TopologyObject::id);
      boolean several = end - at >= ALIKE && parent.isPresent();
      if (several) {
        foldable.add(parent.get());
      }
      if (several && folding.folds(parent.get())) {
        kept.add(fold(parts.get(at)));
        kept.add(new Block.Fold(parent.get(), parts.subList(at + 1, end)));
      } else {
        parts.subList(at, end).forEach(part -> kept.add(fold(part)));
      }
      at = end;
    }
    return List.copyOf(kept);
  }

  /// The same number for boxes that are alike.
  private int number(Block block) {
    Integer number = known.get(block);
    if (number == null) {
      var parts = block.parts().stream().map(this::number).toList();
      var likeness = Likeness.of(block, told, parts);
      number = numbers.computeIfAbsent(likeness, like -> numbers.size());
      known.put(block, number);
    }
    return number;
  }
}
