package org.numascape.placement;

import java.util.List;
import org.numascape.analysis.Analysis;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

/// What undo calls a drop.
interface DropLabel {

  /// `Move 6 vCPUs to node 3`
  static String of(Analysis facts, List<? extends Item> dragged, Target target) {
    return "Move " + words(facts, dragged) + " to " + target.words();
  }

  private static String words(Analysis facts, List<? extends Item> dragged) {
    if (dragged.size() == 1) {
      return words(facts, dragged.getFirst());
    }
    boolean vcpusOnly = dragged.stream().allMatch(Item.Vcpu.class::isInstance);
    return dragged.size() + (vcpusOnly ? " vCPUs" : " things");
  }

  /// One thing, with its guest.
  static String words(Analysis facts, Item item) {
    return switch (item) {
      case Item.WholeGuest(var id) -> name(facts, id);
      case Item.Cell(var id, int cell) -> "cell " + cell + " of " + name(facts, id);
      case Item.Vcpu(var id, int vcpu) -> "vCPU " + vcpu + " of " + name(facts, id);
      case Item.Emulator(var id) -> "the emulator of " + name(facts, id);
      case Item.IoThread(var id, int thread) -> "I/O thread " + thread + " of " + name(facts, id);
      case Item.Device(var id, var address) -> "device " + address + " of " + name(facts, id);
      case Item.OnHost(var id) -> id.toString();
      case Item.NodeMemory(int node) -> "node " + node;
    };
  }

  private static String name(Analysis facts, DomainId id) {
    return Outcome.name(facts, id);
  }
}
