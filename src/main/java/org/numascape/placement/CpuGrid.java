package org.numascape.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// The CPUs of a host by place: node, core within the node, thread within the core. CPUs and nodes
/// are OS indexes; cores and threads count from 0 in logical order.
final class CpuGrid {

  /// Where a CPU is.
  ///
  /// @param core which of its node
  /// @param thread which of its core
  private record Place(int node, int core, int thread) {}

  private final HostTopology host;
  private final List<Integer> order;
  private final Map<Integer, Place> places = new HashMap<>();
  private final Map<Integer, List<List<Integer>>> cores = new TreeMap<>();

  CpuGrid(HostTopology host) {
    this.host = host;
    this.order =
        host.pus().values().stream()
            .sorted(Comparator.comparingInt(pu -> pu.logical()))
            .map(pu -> pu.osIndex())
            .toList();
    for (int node : host.nodes().keySet()) {
      var byCore = new LinkedHashMap<CpuSet, List<Integer>>();
      var here = host.cpusOf(node);
      order.stream()
          .filter(here::contains)
          .forEach(
              cpu -> byCore.computeIfAbsent(host.siblings(cpu), c -> new ArrayList<>()).add(cpu));
      if (!byCore.isEmpty()) {
        place(node, List.copyOf(byCore.values()));
      }
    }
  }

  private void place(int node, List<List<Integer>> inside) {
    cores.put(node, inside);
    for (int core = 0; core < inside.size(); core++) {
      for (int thread = 0; thread < inside.get(core).size(); thread++) {
        places.put(inside.get(core).get(thread), new Place(node, core, thread));
      }
    }
  }

  /// The CPU at the same place of another node; empty where that node has no such core or thread.
  OptionalInt onNode(int cpu, int node) {
    var place = places.get(cpu);
    return place == null
        ? OptionalInt.empty()
        : at(cores.getOrDefault(node, List.of()), place.core(), place.thread());
  }

  private static OptionalInt at(List<List<Integer>> cores, int core, int thread) {
    return core < cores.size() && thread < cores.get(core).size()
        ? OptionalInt.of(cores.get(core).get(thread))
        : OptionalInt.empty();
  }

  /// The next usable CPU in logical order, or the one before; empty at the end of the host.
  OptionalInt nextPu(int cpu, int step) {
    int at = order.indexOf(cpu) + step;
    while (at >= 0 && at < order.size()) {
      if (host.usableCpus().contains(order.get(at))) {
        return OptionalInt.of(order.get(at));
      }
      at += step;
    }
    return OptionalInt.empty();
  }

  /// The same thread of the next core that has it and can run, or of the one before.
  OptionalInt nextCore(int cpu, int step) {
    var place = places.get(cpu);
    if (place == null) {
      return OptionalInt.empty();
    }
    var all = cores.values().stream().flatMap(List::stream).toList();
    var own = cores.getOrDefault(place.node(), List.of()).get(place.core());
    int at = all.indexOf(own) + step;
    while (at >= 0 && at < all.size()) {
      var found = at(all, at, place.thread());
      if (found.isPresent() && host.usableCpus().contains(found.getAsInt())) {
        return found;
      }
      at += step;
    }
    return OptionalInt.empty();
  }

  /// The same place of the next node with CPUs, or of the one before.
  OptionalInt nextNode(int cpu, int step) {
    var place = places.get(cpu);
    if (place == null) {
      return OptionalInt.empty();
    }
    var nodes = List.copyOf(cores.keySet());
    int at = nodes.indexOf(place.node()) + step;
    return at < 0 || at >= nodes.size() ? OptionalInt.empty() : onNode(cpu, nodes.get(at));
  }
}
