package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the shapes that boxes can take. Equal boxes are thought about once and take equal shapes.
final class Fitting {

  /// What decides the shapes of a box: boxes of one key are interchangeable.
  private record Key(String kind, int own, int memory, int devices, List<Integer> parts) {}

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
    var key =
        new Key(
            block.getClass().getName(),
            own(block),
            block.memory().size(),
            block.devices().size(),
            parts);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    shapes.add(think(block, parts));
    numbers.put(key, shapes.size() - 1);
    return shapes.size() - 1;
  }

  private static int own(Block block) {
    return switch (block) {
      case Block.Frame(var object, var parts, var memory, var devices) ->
          object.id().kind().ordinal();
      case Block.Node node -> 0;
      case Block.Shared shared -> shared.caches().size();
      case Block.Cores cores -> cores.pus().size() * 8 + measures(cores);
    };
  }

  private static int measures(Block.Cores cores) {
    return Measures.cacheRows(cores.caches());
  }

  private List<Option> think(Block block, List<Integer> parts) {
    if (block instanceof Block.Cores cores) {
      return List.of(measures.core(cores));
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

  /// The combinations of shapes worth trying: equal parts alike, different parts all narrow, all
  /// wide, or between.
  private List<List<Option>> choices(List<Integer> parts) {
    int most = parts.stream().mapToInt(part -> shapes.get(part).size()).max().orElse(1);
    var choices = new ArrayList<List<Option>>();
    for (int step = 0; step < most; step++) {
      if (parts.stream().distinct().count() == 1) {
        choices.add(Collections.nCopies(parts.size(), shapes.get(parts.getFirst()).get(step)));
        continue;
      }
      var choice = new ArrayList<Option>();
      for (int part : parts) {
        var options = shapes.get(part);
        int at =
            most == 1 ? 0 : (int) Math.round((double) step * (options.size() - 1) / (most - 1));
        choice.add(options.get(at));
      }
      choices.add(choice);
    }
    return choices;
  }
}
