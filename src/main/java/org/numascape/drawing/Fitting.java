package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Finds the shapes that boxes can take. Equal boxes are thought about once and take equal shapes.
final class Fitting {

  /// What decides the shapes of a box: boxes of one key are interchangeable.
  private record Key(
      Object kind, int pus, int rows, int memory, Object devices, List<Integer> parts) {}

  private final Measures measures;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<List<Option>> shapes = new ArrayList<>();

  Fitting(Measures measures) {
    this.measures = measures;
  }

  /// The shapes a box can take, narrowest first.
  List<Option> options(Block block) {
    return shapes.get(number(block));
  }

  private int number(Block block) {
    var parts = block.parts().stream().map(this::number).toList();
    var key = key(block, parts);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    shapes.add(think(block, parts));
    numbers.put(key, shapes.size() - 1);
    return shapes.size() - 1;
  }

  private Key key(Block block, List<Integer> parts) {
    int memory = block.memory().size();
    return switch (block) {
      case Block.Cores cores ->
          new Key(
              Block.Cores.class,
              cores.pus().size(),
              Measures.cacheRows(cores.caches()),
              0,
              0,
              parts);
      case Block.Frame frame ->
          new Key(frame.frame().id().kind(), 0, 0, memory, measures.alike(frame), parts);
      case Block.Node node -> new Key(Block.Node.class, 0, 0, memory, measures.alike(node), parts);
      case Block.Shared shared -> new Key(Block.Shared.class, 0, 0, 0, 0, parts);
      case Block.Bundle bundle -> new Key(Block.Bundle.class, 0, 0, 0, 0, parts);
      case Block.Fold fold -> new Key(Block.Fold.class, 0, 0, 0, 0, parts);
    };
  }

  private List<Option> think(Block block, List<Integer> parts) {
    if (block instanceof Block.Cores cores) {
      return List.of(measures.core(cores));
    }
    if (block instanceof Block.Fold) {
      return List.of(Measures.fold());
    }
    if (parts.isEmpty()) {
      return List.of(measures.around(block, List.of(), 1));
    }
    var found = new ArrayList<Option>();
    for (var children : choices(parts)) {
      for (int columns : Grid.columns(parts.size())) {
        found.add(measures.around(block, children, columns));
      }
    }
    return Option.best(found);
  }

  /// The combinations of shapes worth trying: equal parts alike, others as wide as the part with
  /// most shapes.
  private List<List<Option>> choices(List<Integer> parts) {
    var leading =
        parts.stream().map(shapes::get).max(Comparator.comparingInt(List::size)).orElse(List.of());
    var choices = new ArrayList<List<Option>>();
    for (var lead : leading) {
      var chosen = new HashMap<Integer, Option>();
      parts.forEach(part -> chosen.computeIfAbsent(part, p -> nearest(shapes.get(p), lead)));
      choices.add(parts.stream().map(chosen::get).map(Objects::requireNonNull).toList());
    }
    return choices;
  }

  private static Option nearest(List<Option> options, Option lead) {
    return options.contains(lead)
        ? lead
        : options.stream()
            .min(Comparator.comparingDouble(option -> Math.abs(option.width() - lead.width())))
            .orElse(lead);
  }
}
