package org.numascape.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.format.Draft;
import org.numascape.format.Nesting;
import org.numascape.format.Nesting.Loose;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PuState;

/// The machine that a guest's kernel sees, built from its definition. PU indexes are vCPU ids, node
/// indexes are cell ids.
///
/// QEMU numbers vCPUs core by core: ids that follow each other are threads of one core, then cores
/// of one cluster, die and socket. Without `cpu/topology` libvirt gives every vCPU a socket of its
/// own (`qemuBuildSmpCommandLine`). A cell that cuts a core or a socket in two gets no group of its
/// own; the parts stay whole, and the node hangs where all its vCPUs are.
final class GuestMachine {

  private static final int NEAR = 10;
  private static final int FAR = 20;

  private final Domain domain;
  private final HostTopology host;
  private final CpuTopology shape;
  private final CpuSet all;
  private final List<Draft> parts = new ArrayList<>();

  private GuestMachine(Domain domain, HostTopology host) {
    this.domain = domain;
    this.host = host;
    int vcpus = domain.vcpus().maximum();
    this.all = CpuSet.range(0, vcpus - 1);
    this.shape =
        domain
            .topology()
            .filter(told -> told.product() == vcpus)
            .orElse(new CpuTopology(vcpus, 1, 1, 1, 1));
  }

  /// @param host whose caches the guest sees where they are passed through
  static HostTopology of(Domain domain, HostTopology host) {
    return new GuestMachine(domain, host).topology();
  }

  private HostTopology topology() {
    int core = shape.threads();
    int cluster = core * shape.cores();
    int die = cluster * shape.clusters();
    int socket = die * shape.dies();
    split(all.size() / socket, socket, (at, cpus) -> Draft.cpuPackage(at, "", cpus));
    if (shape.dies() > 1) {
      split(all.size() / die, die, (at, cpus) -> Draft.die(at % shape.dies(), cpus));
    }
    if (shape.clusters() > 1) {
      split(all.size() / cluster, cluster, (at, cpus) -> Draft.group("Cluster", cpus));
    }
    parts.addAll(new GuestCaches(domain, shape, host).lastLevel());
    split(all.size() / core, core, (at, cpus) -> Draft.core(at % shape.cores(), cpus));
    all.stream().forEach(vcpu -> parts.add(Draft.pu(vcpu, state(vcpu))));
    var machine = Draft.machine(domain.name(), all);
    return Nesting.nest(machine, parts, memory(), List.of()).host(distances());
  }

  /// An object of `size` vCPUs that follow each other.
  @FunctionalInterface
  private interface Part {
    Draft of(int at, CpuSet cpus);
  }

  private void split(int count, int size, Part part) {
    for (int at = 0; at < count; at++) {
      parts.add(part.of(at, CpuSet.range(at * size, (at + 1) * size - 1)));
    }
  }

  private PuState state(int vcpu) {
    return domain.vcpus().online().contains(vcpu) ? PuState.ONLINE : PuState.OFFLINE;
  }

  private List<Loose> memory() {
    return domain.memoryCells().stream()
        .map(cell ->
            new Loose(Draft.of(ObjectKind.NUMA_NODE, cell.vcpus(), node(cell)), cell.vcpus()))
        .toList();
  }

  private static Draft.Maker node(GuestCell cell) {
    return (logical, contents) ->
        new NumaNode(
            logical,
            cell.id(),
            "",
            cell.memoryKib(),
            OptionalLong.empty(),
            List.of(),
            cell.vcpus());
  }

  /// As told; libvirt fills in the way back, and a guest's kernel assumes 10 for a node itself and
  /// 20 for all others where nothing is told.
  private DistanceMatrix distances() {
    var rows = new TreeMap<Integer, Map<Integer, Integer>>();
    var cells = domain.memoryCells();
    for (var from : cells) {
      var row = new TreeMap<Integer, Integer>();
      cells.forEach(to -> row.put(to.id(), distance(from, to)));
      rows.put(from.id(), row);
    }
    return new DistanceMatrix(rows);
  }

  private static int distance(GuestCell from, GuestCell to) {
    if (from.id() == to.id()) {
      return NEAR;
    }
    int back = to.distances().getOrDefault(from.id(), FAR);
    return from.distances().getOrDefault(to.id(), back);
  }
}
