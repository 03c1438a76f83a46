package org.numascape.format.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Finds the shortest text of an `indexes=` attribute; [Interleaving] reads it.
final class Loops {

  private Loops() {}

  /// The indexes of objects in the order of the tree as loops (`2*4:1*2`), as a list where no loops
  /// give them, or as nothing where they ascend from 0.
  static String text(int[] indexes) {
    boolean ascending = true;
    for (int at = 0; at < indexes.length; at++) {
      ascending &= indexes[at] == at;
    }
    if (ascending) {
      return "";
    }
    var loops = loops(indexes);
    return loops.isEmpty()
        ? Arrays.stream(indexes).mapToObj(Integer::toString).collect(Collectors.joining(","))
        : loops.stream().map(Loop::text).collect(Collectors.joining(":"));
  }

  private record Loop(int step, int count) {
    String text() {
      return step + "*" + count;
    }
  }

  /// The loops, that whose values are next to each other first; none where they do not make these
  /// indexes.
  private static List<Loop> loops(int[] indexes) {
    int total = indexes.length;
    var place = new int[total];
    Arrays.fill(place, -1);
    for (int at = 0; at < total; at++) {
      if (indexes[at] >= total) {
        return List.of();
      }
      place[indexes[at]] = at;
    }
    var loops = new ArrayList<Loop>();
    int made = 1;
    while (made < total) {
      int step = place[made];
      if (step < 1) {
        return List.of();
      }
      int count = 2;
      while ((long) made * count < total && place[made * count] == step * count) {
        count++;
      }
      loops.add(new Loop(step, count));
      made *= count;
    }
    return makes(loops, indexes) ? loops : List.of();
  }

  private static boolean makes(List<Loop> loops, int[] indexes) {
    for (int at = 0; at < indexes.length; at++) {
      int index = 0;
      int factor = 1;
      for (var loop : loops) {
        index += at / loop.step % loop.count * factor;
        factor *= loop.count;
      }
      if (index != indexes[at]) {
        return false;
      }
    }
    return true;
  }
}
