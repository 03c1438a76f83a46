package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestClass;
import org.numascape.analysis.Seat;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// An emulator pinned to CPUs that vCPUs belong to takes their time; beside a real-time vCPU it
/// never gets any itself.
///
/// A guest whose vCPUs have a choice of cores may share them with its emulator, and emulators may
/// share CPUs among themselves.
final class EmulatorOnVcpuCpus implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.design().guests().stream()
        .flatMap(guest ->
            guest.wanted().emulatorPin().stream()
                .map(pin -> victims(facts, pin))
                .filter(victims -> !victims.isEmpty())
                .map(victims -> problem(facts, guest, victims)));
  }

  private static List<Seat> victims(Analysis facts, CpuSet pin) {
    return pin.and(facts.occupancy().taken()).stream()
        .boxed()
        .flatMap(cpu -> facts.occupancy().seatsOn(cpu).stream())
        .filter(seat -> seat.isVcpu() && seat.hold().firm())
        .distinct()
        .toList();
  }

  private static Finding problem(Analysis facts, Guest guest, List<Seat> victims) {
    var pin = guest.wanted().emulatorPin().orElse(CpuSet.EMPTY);
    var shared = victims.stream().map(Seat::cpus).reduce(CpuSet.EMPTY, CpuSet::or).and(pin);
    var guests = victims.stream().map(seat -> seat.who().domain()).distinct().toList();
    boolean starves = guests.stream().anyMatch(id -> facts.guestClass(id) == GuestClass.REAL_TIME);
    var where = new ArrayList<Item>();
    where.add(new Item.Emulator(guest.id()));
    victims.forEach(seat -> where.add(seat.who()));
    String whose =
        guests.equals(List.of(guest.id()))
            ? "its own vCPUs"
            : "vCPUs of " + Words.names(facts, guests);
    return new Finding(
        "E-02",
        starves ? Severity.ERROR : Severity.WARNING,
        Optional.of(guest.id()),
        where,
        "",
        "The emulator is pinned to "
            + Words.cpus(shared)
            + (shared.size() == 1 ? ", which belongs to " : ", which belong to ")
            + whose
            + (starves ? " (real-time)" : ""),
        "",
        now -> fixes(now, guest, pin));
  }

  private static List<Fix> fixes(Analysis facts, Guest guest, CpuSet pin) {
    var fixes = new ArrayList<Fix>(EmulatorMoves.toHousekeeping(facts, guest));
    var rest = pin.and(facts.host().usableCpus()).minus(facts.occupancy().taken());
    if (!rest.isEmpty()) {
      fixes.add(
          new Fix(
              "Keep the emulator on " + Words.cpus(rest) + " only",
              new Edit.PinEmulator(guest.id(), Optional.of(rest))));
    }
    return fixes;
  }
}
