package org.numascape.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.domain.Domain;
import org.numascape.topology.Core;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.TopologyObject;

/// A guest from its inside, laid beside its host.
///
/// @param machine what the guest's kernel sees: PU indexes are vCPU ids, node indexes are cell ids
/// @param ties where its cores and nodes sit on the host; none for what floats
/// @param mismatches what the guest believes and is not so
public record GuestView(HostTopology machine, List<Tie> ties, List<Mismatch> mismatches) {

  /// Copies the lists.
  public GuestView {
    ties = List.copyOf(ties);
    mismatches = List.copyOf(mismatches);
  }

  /// The view of a guest as the design wants it; empty where the design has no such guest.
  public static Optional<GuestView> of(Design design, DomainId id) {
    return design.guest(id).map(guest -> of(guest.wanted(), design.host()));
  }

  private static GuestView of(Domain domain, HostTopology host) {
    var machine = GuestMachine.of(domain, host);
    var ties = new ArrayList<Tie>();
    for (var core : machine.all(Core.class)) {
      add(ties, core, cores(host, pinned(domain, host, core.cpus())));
    }
    for (var node : machine.all(NumaNode.class)) {
      var nodes =
          domain.numaTune().bindingOf(node.osIndex()).stream()
              .flatMap(binding -> binding.nodes().and(host.nodeSet()).stream().boxed())
              .<Item>map(Item.NodeMemory::new)
              .toList();
      add(ties, node, nodes);
    }
    return new GuestView(machine, ties, new Mismatches(domain, machine, host).all());
  }

  private static void add(List<Tie> ties, TopologyObject inside, List<Item> onHost) {
    if (!onHost.isEmpty()) {
      ties.add(new Tie(inside.id(), onHost));
    }
  }

  /// The host CPUs that vCPUs are pinned to; none where one of them floats.
  static CpuSet pinned(Domain domain, HostTopology host, CpuSet vcpus) {
    var pins = vcpus.stream().mapToObj(domain::affinity).toList();
    return pins.stream().anyMatch(Optional::isEmpty)
        ? CpuSet.EMPTY
        : pins.stream()
            .flatMap(Optional::stream)
            .reduce(CpuSet.EMPTY, CpuSet::or)
            .and(CpuSet.of(host.pus().keySet()));
  }

  /// The cores that host CPUs are on; the CPUs themselves where the host tells no cores.
  static List<Item> cores(HostTopology host, CpuSet cpus) {
    return cpus.stream()
        .mapToObj(cpu -> core(host, cpu))
        .flatMap(Optional::stream)
        .distinct()
        .<Item>map(Item.OnHost::new)
        .toList();
  }

  private static Optional<ObjectId> core(HostTopology host, int cpu) {
    return Stream.of(host.around(cpu, Core.class), host.pu(cpu))
        .flatMap(Optional::stream)
        .map(TopologyObject::id)
        .min(java.util.Comparator.comparing(id -> id.kind() == ObjectKind.PU));
  }
}
