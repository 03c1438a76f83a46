package org.numascape.guest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.design.Item;
import org.numascape.domain.Domain;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.guest.Mismatch.Kind;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.TopologyObject;

/// Finds where a guest's machine does not fit the host it sits on, or itself. What floats fits
/// everywhere.
record Mismatches(Domain domain, HostTopology machine, HostTopology host) {

  List<Mismatch> all() {
    return Stream.of(
            cellsCutGuest(),
            memoryElsewhere(),
            cellsCut(),
            packagesCut(),
            cachesCut(),
            coresShared(),
            siblingsApart())
        .flatMap(Function.identity())
        .toList();
  }

  private CpuSet pinned(TopologyObject part) {
    return GuestView.pinned(domain, host, part.cpus());
  }

  private Stream<Mismatch> siblingsApart() {
    return machine.all(Core.class).stream()
        .filter(core -> core.cpus().size() > 1)
        .flatMap(core -> {
          var cores = GuestView.cores(host, pinned(core));
          return cores.size() < 2
              ? Stream.empty()
              : one(
                  Kind.SIBLINGS_APART,
                  core,
                  cores,
                  "vCPUs "
                      + core.cpus()
                      + " are threads of one core in the guest, and run on "
                      + cores.size()
                      + " cores of the host");
        });
  }

  private Stream<Mismatch> coresShared() {
    var guests = new LinkedHashMap<Item, List<Core>>();
    for (var core : machine.all(Core.class)) {
      var cores = GuestView.cores(host, pinned(core));
      if (cores.size() == 1) {
        guests.computeIfAbsent(cores.getFirst(), item -> new ArrayList<>()).add(core);
      }
    }
    return guests.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> shared(entry.getKey(), entry.getValue()));
  }

  private static Mismatch shared(Item onHost, List<Core> cores) {
    var vcpus = cores.stream().map(Core::cpus).reduce(CpuSet.EMPTY, CpuSet::or);
    return new Mismatch(
        Kind.CORE_SHARED,
        cores.stream().map(Core::id).toList(),
        List.of(onHost),
        "vCPUs "
            + vcpus
            + " are "
            + cores.size()
            + " cores in the guest, and run on one core of the host");
  }

  private Stream<Mismatch> packagesCut() {
    return machine.all(CpuPackage.class).stream()
        .flatMap(part -> {
          var packages =
              pinned(part).stream()
                  .boxed()
                  .flatMap(cpu -> host.around(cpu, CpuPackage.class).stream())
                  .map(CpuPackage::id)
                  .distinct()
                  .toList();
          return packages.size() < 2
              ? Stream.empty()
              : one(
                  Kind.PACKAGE_CUT,
                  part,
                  packages.stream().<Item>map(Item.OnHost::new).toList(),
                  "Package "
                      + part.logical()
                      + " of the guest runs on packages "
                      + list(packages)
                      + " of the host");
        });
  }

  private Stream<Mismatch> cachesCut() {
    return machine.all(Cache.class).stream()
        .flatMap(cache -> {
          var caches =
              pinned(cache).stream()
                  .boxed()
                  .flatMap(cpu -> host.l3(cpu).stream())
                  .map(Cache::id)
                  .distinct()
                  .toList();
          return caches.size() < 2
              ? Stream.empty()
              : one(
                  Kind.CACHE_CUT,
                  cache,
                  caches.stream().<Item>map(Item.OnHost::new).toList(),
                  "vCPUs "
                      + cache.cpus()
                      + " share one L3 cache in the guest, and "
                      + caches.size()
                      + " on the host");
        });
  }

  private static String list(List<ObjectId> ids) {
    return ids.stream().map(id -> Integer.toString(id.logical())).collect(Collectors.joining(", "));
  }

  private Stream<Mismatch> cellsCut() {
    return machine.all(NumaNode.class).stream()
        .flatMap(node -> {
          var nodes = host.nodesOf(pinned(node));
          return nodes.size() < 2
              ? Stream.empty()
              : one(
                  Kind.CELL_CUT,
                  node,
                  memory(nodes),
                  "Cell "
                      + node.osIndex()
                      + " is one node in the guest, and runs on nodes "
                      + nodes
                      + " of the host");
        });
  }

  private Stream<Mismatch> memoryElsewhere() {
    return machine.all(NumaNode.class).stream()
        .flatMap(node -> {
          var bound =
              domain
                  .numaTune()
                  .bindingOf(node.osIndex())
                  .map(MemoryBinding::nodes)
                  .orElse(NodeSet.EMPTY);
          var cpus = host.nodesOf(pinned(node));
          return bound.isEmpty() || cpus.isEmpty() || bound.intersects(cpus)
              ? Stream.empty()
              : one(
                  Kind.MEMORY_ELSEWHERE,
                  node,
                  memory(bound.or(cpus)),
                  "Cell "
                      + node.osIndex()
                      + " has its vCPUs on "
                      + nodes(cpus)
                      + " and its memory on "
                      + nodes(bound));
        });
  }

  private static String nodes(NodeSet nodes) {
    return (nodes.size() == 1 ? "node " : "nodes ") + nodes;
  }

  private static List<Item> memory(NodeSet nodes) {
    return nodes.stream().<Item>mapToObj(Item.NodeMemory::new).toList();
  }

  private Stream<Mismatch> cellsCutGuest() {
    return machine.all(NumaNode.class).stream()
        .flatMap(node -> {
          Map<String, List<TopologyObject>> cut =
              machine
                  .objects()
                  .filter(part -> isCut(part, node.cpus()))
                  .collect(
                      Collectors.groupingBy(
                          Mismatches::name, LinkedHashMap::new, Collectors.toList()));
          return cut.entrySet().stream()
              .limit(1)
              .map(entry -> cuts(node, entry.getKey(), entry.getValue()));
        });
  }

  private static String name(TopologyObject part) {
    return part instanceof CpuPackage ? "package" : part instanceof Die ? "die" : "core";
  }

  private static Mismatch cuts(NumaNode node, String kind, List<TopologyObject> parts) {
    var ids = new ArrayList<ObjectId>(List.of(node.id()));
    parts.forEach(part -> ids.add(part.id()));
    String which =
        parts.size() == 1
            ? kind + " " + parts.getFirst().id().logical()
            : parts.size() + " " + kind + "s";
    return new Mismatch(
        Kind.CELL_CUTS_GUEST,
        ids,
        List.of(),
        "Cell "
            + node.osIndex()
            + " (vCPUs "
            + node.cpus()
            + ") ends in the middle of "
            + which
            + " of the guest: vCPU ids run core by core");
  }

  /// A part that a cell has some vCPUs of, and some not, while the cell has others besides.
  private static boolean isCut(TopologyObject part, CpuSet cell) {
    boolean kind = part instanceof CpuPackage || part instanceof Die || part instanceof Core;
    return kind
        && part.cpus().intersects(cell)
        && !cell.containsAll(part.cpus())
        && !(part.cpus().containsAll(cell) && !(part instanceof Core));
  }

  private static Stream<Mismatch> one(
      Kind kind, TopologyObject part, List<Item> onHost, String words) {
    return Stream.of(new Mismatch(kind, List.of(part.id()), onHost, words));
  }
}
