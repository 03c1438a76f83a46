package org.numascape.check;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.topology.CpuSet;

/// vCPUs that may be plugged in later have no place.
final class LatePins implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var vcpus = guest.domain().vcpus();
    boolean pinned = guest.vcpus().stream().anyMatch(seat -> seat.hold().pinned());
    if (!pinned || vcpus.cpuset().isPresent() || vcpus.current() == vcpus.maximum()) {
      return Stream.empty();
    }
    var late =
        CpuSet.range(0, vcpus.maximum() - 1)
            .minus(vcpus.online())
            .minus(CpuSet.of(guest.domain().vcpuPins().keySet()));
    if (late.isEmpty()) {
      return Stream.empty();
    }
    var pins = new TreeMap<Integer, CpuSet>();
    late.stream().forEach(vcpu -> pins.put(vcpu, place(guest, vcpu)));
    return Finding.of(
        "P-21",
        Severity.WARNING,
        guest,
        Words.vcpus(late)
            + " can be plugged in and "
            + (late.size() == 1 ? "has" : "have")
            + " no pin")
        .fixed(now ->
            List.of(
                new Fix(
                    "Pin " + Words.vcpus(late) + " where the others of the cell are",
                    new Edit.PinVcpus(guest.id(), pins))))
        .stream();
  }

  private static CpuSet place(GuestFacts guest, int vcpu) {
    var own = guest.domain().cellOf(vcpu).map(cell -> guest.cpusOf(cell.id())).orElse(CpuSet.EMPTY);
    return own.isEmpty() ? guest.reach().cpus() : own;
  }
}
