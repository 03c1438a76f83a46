package org.numascape.cli;

import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.topology.NumaNode;
import org.numascape.topology.Pu;

/// What a problem concerns, in the words pins and nodes are written in.
interface ItemText {

  /// `CPU 5`, `node 2`, `db-server vCPU 3`, `Core L#7`.
  static String of(Item item, Design design) {
    return switch (item) {
      case Item.OnHost(var id) ->
          switch (design.host().object(id).orElse(design.host().machine())) {
            case Pu pu -> "CPU " + pu.osIndex();
            case NumaNode node -> "node " + node.osIndex();
            default -> id.kind().hwlocName() + " L#" + id.logical();
          };
      case Item.NodeMemory(var node) -> "node " + node;
      case Item.WholeGuest(var id) -> name(id, design);
      case Item.Vcpu(var id, var vcpu) -> name(id, design) + " vCPU " + vcpu;
      case Item.Cell(var id, var cell) -> name(id, design) + " cell " + cell;
      case Item.Emulator(var id) -> name(id, design) + " emulator";
      case Item.IoThread(var id, var thread) -> name(id, design) + " I/O thread " + thread;
      case Item.Device(var id, var address) -> name(id, design) + " device " + address;
    };
  }

  private static String name(DomainId id, Design design) {
    return design.guest(id).map(Guest::name).orElse(id.value());
  }
}
