package org.numascape.guest;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.GuestCell;
import org.numascape.domain.Memory;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.Vcpus;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// A guest's machine as a design, so that it is drawn like any host: on each of its CPUs runs the
/// vCPU of that number, in each of its nodes lies the memory of the cell of that id.
///
/// The other guests are there by name only, so that all are called and coloured as in the picture
/// of the host.
public interface GuestInside {

  /// The design of what a guest sees; empty where there is no such guest.
  static Optional<Design> of(Design design, DomainId id) {
    return design
        .guest(id)
        .map(guest ->
            Design.of(
                guest.name(),
                GuestMachine.of(guest.wanted(), design.host()),
                design.source(),
                design.guests().stream()
                    .map(one -> one.id().equals(id) ? inside(one) : absent(one))
                    .toList()));
  }

  private static Guest inside(Guest guest) {
    var domain = guest.wanted();
    var pins = new TreeMap<Integer, CpuSet>();
    domain.vcpus().online().stream().forEach(vcpu -> pins.put(vcpu, CpuSet.of(vcpu)));
    var bindings = new TreeMap<Integer, MemoryBinding>();
    for (var cell : domain.memoryCells()) {
      bindings.put(cell.id(), new MemoryBinding(MemoryMode.STRICT, NodeSet.of(cell.id())));
    }
    var seen =
        plain(domain)
            .withCells(domain.cells())
            .withVcpuPins(pins)
            .withNumaTune(new NumaTune(Optional.empty(), false, bindings));
    return settled(guest, domain.cells().isEmpty() ? seen.withNumaTune(first(domain)) : seen);
  }

  /// Without cells all memory is in node 0.
  private static NumaTune first(Domain domain) {
    return new NumaTune(
        domain.memoryCells().stream()
            .map(GuestCell::id)
            .map(cell -> new MemoryBinding(MemoryMode.STRICT, NodeSet.of(cell)))
            .findFirst(),
        false,
        Map.of());
  }

  private static Guest absent(Guest guest) {
    return settled(guest, plain(guest.wanted()));
  }

  private static Domain plain(Domain domain) {
    var vcpus = domain.vcpus();
    return Domain.plain(
            domain.type(),
            domain.name(),
            new Vcpus(vcpus.maximum(), vcpus.current(), Optional.empty(), false),
            Memory.of(domain.memoryKib()))
        .named(domain.name(), domain.uuid());
  }

  /// Nothing runs and nothing is to be changed.
  private static Guest settled(Guest guest, Domain seen) {
    return Guest.read(seen, "", DomainState.SHUT_OFF, guest.colour());
  }
}
