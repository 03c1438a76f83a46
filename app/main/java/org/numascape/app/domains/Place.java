package org.numascape.app.domains;

import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Hold;
import org.numascape.analysis.Seat;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.Core;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;

/// Where a part of a guest is, for the look and the words of its chip.
///
/// @param look how the chip is filled
/// @param words what it is and where: `vCPU 3 of db-server · CPU 35 · core 3 · node 0`
record Place(Look look, String words) {

  /// How a chip is filled.
  enum Look {
    /// Solid: held to one CPU, or fixed by nature.
    PINNED,
    /// Striped: held to several CPUs.
    SET,
    /// Hollow: held to nothing.
    LOOSE
  }

  /// The place of a guest's part as the facts have it.
  static Place of(Analysis facts, Item.OfGuest item) {
    String owner = " of " + facts.design().guest(item.domain()).map(Guest::name).orElse("?");
    return switch (item) {
      case Item.Vcpu vcpu -> thread(facts, vcpu, "vCPU " + vcpu.vcpu() + owner);
      case Item.Emulator emulator -> thread(facts, emulator, "Emulator threads" + owner);
      case Item.IoThread io -> thread(facts, io, "I/O thread " + io.thread() + owner);
      case Item.Device device -> DeviceName.of(facts.host(), device.address()).place(owner);
      case Item.Cell cell -> memory(facts, cell, "Memory of cell " + cell.cell() + owner);
      case Item.WholeGuest whole -> new Place(Look.PINNED, owner.substring(4));
    };
  }

  private static Place thread(Analysis facts, Item.OfGuest item, String what) {
    Optional<Seat> seat = facts.occupancy().seat(item);
    if (seat.isEmpty()) {
      return new Place(Look.LOOSE, what + " · not plugged in");
    }
    String where = " · " + where(facts.host(), seat.get());
    return switch (seat.get().hold()) {
      case EXACT -> new Place(Look.PINNED, what + where);
      case CORE, SET -> new Place(Look.SET, what + where);
      case FLOATING -> new Place(Look.LOOSE, what + " · not pinned, runs on any CPU");
    };
  }

  private static String where(HostTopology host, Seat seat) {
    if (seat.hold() == Hold.EXACT) {
      int cpu = seat.cpus().last();
      return "CPU "
          + cpu
          + host.around(cpu, Core.class).map(core -> " · core " + core.logical()).orElse("")
          + nodes(host, seat.cpus());
    }
    return "any of CPUs " + seat.cpus() + nodes(host, seat.cpus());
  }

  private static String nodes(HostTopology host, CpuSet cpus) {
    NodeSet nodes = host.nodesOf(cpus);
    return nodes.isEmpty() ? "" : (nodes.size() == 1 ? " · node " : " · nodes ") + nodes;
  }

  private static Place memory(Analysis facts, Item.Cell cell, String what) {
    Optional<MemoryBinding> binding =
        facts
            .design()
            .guest(cell.domain())
            .flatMap(guest -> guest.wanted().numaTune().bindingOf(cell.cell()));
    return binding
        .map(rule ->
            new Place(
                Look.PINNED,
                what
                    + (rule.nodes().size() == 1 ? " · node " : " · nodes ")
                    + rule.nodes()
                    + ", "
                    + rule.mode().word()))
        .orElse(new Place(Look.LOOSE, what + " · not bound, comes from where it is first touched"));
  }
}
