package org.numascape.placement;

import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Hold;
import org.numascape.design.Item;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.Misc;
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// What something is dropped onto: CPUs and nodes by OS index, and what to call it.
///
/// @param cpus may be empty for memory without CPUs
/// @param nodes nodes whose memory is meant: of a node itself, else those the CPUs are local to
record Target(CpuSet cpus, NodeSet nodes, String words) {

  /// The target under the pointer; empty for what nothing can be dropped onto, such as devices. A
  /// placed vCPU stands for the CPU it is pinned to.
  static Optional<Target> of(Analysis facts, Item item) {
    return switch (item) {
      case Item.OnHost(var id) -> facts.host().object(id).flatMap(object -> of(facts, object));
      case Item.NodeMemory(int node) -> facts.host().node(node).map(found -> memory(facts, found));
      case Item.Vcpu vcpu ->
          facts
              .occupancy()
              .seat(vcpu)
              .filter(seat -> seat.hold() == Hold.EXACT)
              .map(seat -> cpus(facts, seat.cpus(), "CPU " + seat.cpus()));
      case Item.WholeGuest w -> Optional.empty();
      case Item.Cell c -> Optional.empty();
      case Item.Emulator e -> Optional.empty();
      case Item.IoThread t -> Optional.empty();
      case Item.Device d -> Optional.empty();
    };
  }

  private static Optional<Target> of(Analysis facts, TopologyObject object) {
    int logical = object.id().logical();
    return switch (object) {
      case Machine m -> Optional.of(cpus(facts, m.cpus(), "the host"));
      case CpuPackage p -> Optional.of(cpus(facts, p.cpus(), "package " + logical));
      case Die d -> Optional.of(cpus(facts, d.cpus(), "die " + logical));
      case Group g -> Optional.of(cpus(facts, g.cpus(), "group " + logical));
      case Cache c -> Optional.of(cpus(facts, c.cpus(), "L" + c.level() + " " + logical));
      case Core c -> Optional.of(cpus(facts, c.cpus(), "core " + logical));
      case Pu p -> Optional.of(cpus(facts, p.cpus(), "CPU " + p.osIndex()));
      case NumaNode n -> Optional.of(memory(facts, n));
      case MemoryCache c ->
          c.walk()
              .filter(NumaNode.class::isInstance)
              .map(NumaNode.class::cast)
              .findFirst()
              .map(node -> memory(facts, node));
      case Bridge b -> Optional.empty();
      case PciDevice d -> Optional.empty();
      case OsDevice d -> Optional.empty();
      case Misc m -> Optional.empty();
    };
  }

  private static Target memory(Analysis facts, NumaNode node) {
    var home = facts.host().cpusOf(node.osIndex());
    return new Target(
        home.isEmpty() ? node.cpus() : home, NodeSet.of(node.osIndex()), "node " + node.osIndex());
  }

  private static Target cpus(Analysis facts, CpuSet cpus, String words) {
    return new Target(cpus, facts.host().nodesOf(cpus), words);
  }
}
