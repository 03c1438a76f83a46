package org.numascape.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where memory without CPUs of its own most likely belongs, concluded from distances. Always a
/// guess: firmware often states distances that have little to do with the wiring.
///
/// @param node the memory, as OS index
/// @param nearest the nodes with CPUs that are nearest to it, as OS indexes
/// @param cpus their CPUs, beside which the memory is drawn
/// @param why in one sentence, for people
public record Locality(int node, NodeSet nearest, CpuSet cpus, String why) {

  /// From here on a distance means "cannot be reached" (ACPI SLIT).
  private static final int UNREACHABLE = 255;

  /// The guess about one node. Empty where the distances are not told or single nobody out: then
  /// the memory belongs to the whole machine.
  ///
  /// @param cpus the CPUs of every node by OS index; empty or absent for nodes without
  public static Optional<Locality> guess(
      int node, Map<Integer, CpuSet> cpus, DistanceMatrix distances) {
    var reached = reached(node, cpus, distances);
    var first = reached.firstEntry();
    if (first == null) {
      return Optional.empty();
    }
    int least = first.getKey();
    var nearest = first.getValue();
    boolean onlyOne = reached.size() == 1 && count(cpus) == 1;
    if (nearest.size() == count(cpus) && !onlyOne) {
      return Optional.empty();
    }
    var joined = CpuSet.EMPTY;
    for (int near : nearest) {
      joined = joined.or(cpus.getOrDefault(near, CpuSet.EMPTY));
    }
    return Optional.of(
        new Locality(node, NodeSet.of(nearest), joined, sentence(node, nearest, least)));
  }

  /// The guess as what is remembered of a drawn object.
  public Guess about(ObjectId object) {
    return new Guess(object, why);
  }

  /// Nodes with CPUs by their distance.
  private static TreeMap<Integer, List<Integer>> reached(
      int node, Map<Integer, CpuSet> cpus, DistanceMatrix distances) {
    var reached = new TreeMap<Integer, List<Integer>>();
    new TreeMap<>(cpus)
        .forEach((other, set) -> {
          var distance = distance(other, node, distances);
          if (other != node && !set.isEmpty() && distance.orElse(UNREACHABLE) < UNREACHABLE) {
            reached.computeIfAbsent(distance.getAsInt(), _ -> new ArrayList<>()).add(other);
          }
        });
    return reached;
  }

  /// As the CPUs see the memory; where only the memory's own row is told, as that has it.
  private static OptionalInt distance(int from, int node, DistanceMatrix distances) {
    var seen = distances.between(from, node);
    return seen.isPresent() ? seen : distances.between(node, from);
  }

  private static long count(Map<Integer, CpuSet> cpus) {
    return cpus.values().stream().filter(set -> !set.isEmpty()).count();
  }

  private static String sentence(int node, List<Integer> nearest, int distance) {
    String names = nearest.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return nearest.size() == 1
        ? "Node %d has no CPUs; it is drawn beside node %s, the nearest with CPUs by distance (%d)."
            .formatted(node, names, distance)
        : "Node %d has no CPUs; it is drawn beside nodes %s, which are equally near by distance (%d)."
            .formatted(node, names, distance);
  }
}
