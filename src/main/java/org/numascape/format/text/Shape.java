package org.numascape.format.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectKind;

/// The packages, cores and caches of a host: those that are told, and where only their number is,
/// those that follow from it or can be guessed from it.
///
/// Certain without a guess: one package holds all CPUs, a core with one thread is a CPU, one cache
/// is shared by all. Everything else that only a number is told of is a guess.
final class Shape {

  private final Settled told;
  private final CpuSet online;
  private final Map<ObjectKind, List<CpuSet>> parts = new EnumMap<>(ObjectKind.class);
  private final Map<ObjectKind, String> guesses = new EnumMap<>(ObjectKind.class);

  Shape(Settled told) {
    this.told = told;
    this.online = told.cpus.minus(told.offline);
    parts.putAll(told.parts);
    if (!parts.containsKey(ObjectKind.PACKAGE)) {
      packages();
    }
    if (!parts.containsKey(ObjectKind.CORE)) {
      cores();
    }
    told.cacheSizes.forEach((kind, size) -> {
      if (!parts.containsKey(kind) && size.instances().isPresent()) {
        caches(kind, size.instances().getAsInt());
      }
    });
  }

  /// Sets of CPUs by what they share.
  Map<ObjectKind, List<CpuSet>> parts() {
    return parts;
  }

  /// Why all objects of a kind are guesses; kinds that are not guessed are missing.
  Map<ObjectKind, String> guesses() {
    return guesses;
  }

  private void packages() {
    var sockets = told.count(Told.Count.SOCKETS);
    if (sockets.isEmpty()) {
      return;
    }
    int count = sockets.getAsInt();
    if (count == 1) {
      parts.put(ObjectKind.PACKAGE, List.of(told.cpus));
      return;
    }
    var locals = localsInOrder();
    if (count > 1
        && !locals.isEmpty()
        && locals.size() % count == 0
        && neighboursAreNearer(count)) {
      parts.put(ObjectKind.PACKAGE, merged(locals, locals.size() / count));
      guesses.put(
          ObjectKind.PACKAGE,
          "lscpu tells %d sockets but not which CPUs are in them: nodes are shared out among them in their order; lscpu -e tells."
              .formatted(count));
    }
  }

  /// The CPUs of the nodes that have some, by number of the node.
  private List<CpuSet> localsInOrder() {
    return told.nodes.values().stream()
        .flatMap(node -> node.cpus().stream())
        .filter(set -> !set.isEmpty())
        .toList();
  }

  /// Whether no node is nearer to a node of another package than to one of its own.
  private boolean neighboursAreNearer(int packages) {
    var ids =
        told.nodes.entrySet().stream()
            .filter(node -> !node.getValue().cpus().orElse(CpuSet.EMPTY).isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    int each = ids.size() / packages;
    return IntStream.range(0, ids.size())
        .allMatch(from -> {
          int inside = farthest(ids, from, each, true).orElse(0);
          int outside = nearest(ids, from, each).orElse(Integer.MAX_VALUE);
          return inside <= outside;
        });
  }

  private OptionalInt farthest(List<Integer> ids, int from, int each, boolean same) {
    return distances(ids, from, each, same).max();
  }

  private OptionalInt nearest(List<Integer> ids, int from, int each) {
    return distances(ids, from, each, false).min();
  }

  private IntStream distances(List<Integer> ids, int from, int each, boolean same) {
    return IntStream.range(0, ids.size())
        .filter(to -> to != from && (to / each == from / each) == same)
        .flatMap(to -> told.distances.between(ids.get(from), ids.get(to)).stream());
  }

  private static List<CpuSet> merged(List<CpuSet> sets, int each) {
    var merged = new ArrayList<CpuSet>();
    for (int i = 0; i + each <= sets.size(); i += each) {
      merged.add(sets.subList(i, i + each).stream().reduce(CpuSet.EMPTY, CpuSet::or));
    }
    return merged;
  }

  private void cores() {
    int threads = told.count(Told.Count.THREADS_PER_CORE).orElse(0);
    if (threads == 1) {
      parts.put(ObjectKind.CORE, online.stream().mapToObj(CpuSet::of).toList());
    } else if (threads > 1) {
      var cores = new ArrayList<CpuSet>();
      boolean all = true;
      for (var local : localsInOrder()) {
        var found = acrossRuns(local.minus(told.offline), threads);
        all = all && !found.isEmpty();
        cores.addAll(found);
      }
      if (all && !cores.isEmpty()) {
        parts.put(ObjectKind.CORE, cores);
        guesses.put(
            ObjectKind.CORE,
            "lscpu tells %d threads per core but not which: the first CPUs of the %d runs of a node's CPUs are taken for one core, and so on; lscpu -e tells."
                .formatted(threads, threads));
      }
    }
  }

  /// `0-7,32-39` with two threads: 0 and 32 are one core, as kernels number threads on most hosts.
  /// Empty where the CPUs are no such runs.
  private static List<CpuSet> acrossRuns(CpuSet cpus, int threads) {
    int[] sorted = cpus.stream().toArray();
    if (sorted.length % threads != 0 || sorted.length < threads) {
      return List.of();
    }
    int length = sorted.length / threads;
    var cores = new ArrayList<CpuSet>();
    for (int i = 0; i < length; i++) {
      int[] core = new int[threads];
      for (int thread = 0; thread < threads; thread++) {
        core[thread] = sorted[thread * length + i];
      }
      cores.add(CpuSet.of(core));
    }
    return isCut(sorted, length) ? cores : List.of();
  }

  /// Whether there is a gap where each run ends that is wider than the steps inside, so that a
  /// plain `0-15` is not taken for two runs.
  private static boolean isCut(int[] sorted, int length) {
    int inside = 0;
    int between = Integer.MAX_VALUE;
    for (int i = 1; i < sorted.length; i++) {
      int step = sorted[i] - sorted[i - 1];
      if (i % length == 0) {
        between = Math.min(between, step);
      } else {
        inside = Math.max(inside, step);
      }
    }
    return between > inside && between > 1;
  }

  /// `instances` caches of a kind, where only that is told.
  private void caches(ObjectKind kind, int instances) {
    var cores = parts.getOrDefault(ObjectKind.CORE, List.of());
    var packages = parts.getOrDefault(ObjectKind.PACKAGE, List.of());
    if (instances == 1) {
      parts.put(kind, List.of(online));
    } else if (instances > 1 && instances == cores.size()) {
      put(kind, cores, ObjectKind.CORE);
    } else if (instances > 1 && instances == packages.size()) {
      put(kind, packages, ObjectKind.PACKAGE);
    } else if (instances > 1 && !cores.isEmpty() && cores.size() % instances == 0) {
      var shared = merged(inPackages(cores, packages), cores.size() / instances);
      if (shared.stream().allMatch(set -> packages.isEmpty() || isInOne(set, packages))) {
        parts.put(kind, shared);
        guesses.put(
            kind,
            "lscpu tells %d of them but not who shares one: they are shared out among the cores in their order; lscpu -e tells."
                .formatted(instances));
      }
    }
  }

  /// One cache for each object of another kind: as sure as those are, but for packages, which can
  /// be shared otherwise.
  private void put(ObjectKind kind, List<CpuSet> sets, ObjectKind like) {
    parts.put(kind, sets);
    String why =
        "lscpu tells as many of them as there are %s, and each is taken to belong to one; lscpu -e tells."
            .formatted(like == ObjectKind.CORE ? "cores" : "packages");
    guesses.put(kind, why);
  }

  private static boolean isInOne(CpuSet set, List<CpuSet> packages) {
    return packages.stream().anyMatch(whole -> whole.containsAll(set));
  }

  private static List<CpuSet> inPackages(List<CpuSet> cores, List<CpuSet> packages) {
    var home = new HashMap<CpuSet, Integer>();
    for (var core : cores) {
      int found = 0;
      while (found < packages.size() && !packages.get(found).containsAll(core)) {
        found++;
      }
      home.put(core, found);
    }
    return cores.stream()
        .sorted(
            java.util.Comparator.comparingInt((CpuSet core) -> home.getOrDefault(core, 0))
                .thenComparingInt(core -> core.first().orElse(0)))
        .toList();
  }
}
