package org.numascape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;

/// Distances between nodes that both hosts have; pairs that changed alike are told together.
final class Distances implements Aspect {

  /// One change: distances, empty where a host does not tell.
  private record Change(OptionalInt then, OptionalInt now) {}

  private record Pair(int from, int to) {}

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    var common = before.nodeSet().and(after.nodeSet());
    Map<Change, List<Pair>> changes = new LinkedHashMap<>();
    for (int from : common.stream().toArray()) {
      for (int to : common.stream().toArray()) {
        var change =
            new Change(before.distances().between(from, to), after.distances().between(from, to));
        if (!change.then().equals(change.now())) {
          changes.computeIfAbsent(change, key -> new ArrayList<>()).add(new Pair(from, to));
        }
      }
    }
    return changes.entrySet().stream()
        .map(entry -> told(before, after, entry.getKey(), entry.getValue()));
  }

  private static Difference told(
      HostTopology before, HostTopology after, Change change, List<Pair> pairs) {
    var nodes =
        NodeSet.of(pairs.stream().flatMap(pair -> Stream.of(pair.from(), pair.to())).toList());
    return new Difference(
        Topic.DISTANCES,
        Weight.NOTABLE,
        "distance " + names(pairs),
        words(change.then()),
        words(change.now()),
        Words.nodes(before, nodes),
        Words.nodes(after, nodes));
  }

  /// Both ways of a pair are named once: `0–1, 0→2`.
  private static String names(List<Pair> pairs) {
    var names = new ArrayList<String>();
    for (var pair : pairs) {
      boolean bothWays = pairs.contains(new Pair(pair.to(), pair.from()));
      if (!bothWays) {
        names.add(pair.from() + "→" + pair.to());
      } else if (pair.from() <= pair.to()) {
        names.add(pair.from() + "–" + pair.to());
      }
    }
    return Words.list(names);
  }

  private static String words(OptionalInt distance) {
    return distance.isPresent() ? Integer.toString(distance.getAsInt()) : "not told";
  }
}
