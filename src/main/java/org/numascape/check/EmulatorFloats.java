package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestClass;
import org.numascape.analysis.Seat;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.Item;

/// An emulator without a pin of its own may run on CPUs that belong to vCPUs.
///
/// Told of guests whose vCPUs are all pinned, and of any guest where CPUs of a real-time guest are
/// within reach.
final class EmulatorFloats implements Check {

  private static final String WHY =
      "An unpinned emulator follows the guest's cpuset, or every CPU where that is empty too, so its device work"
          + " lands on CPUs that were meant for vCPUs alone";

  @Override
  public Stream<Problem> examine(Analysis facts) {
    return facts.design().guests().stream().flatMap(guest -> examine(facts, guest).stream());
  }

  private static Optional<Problem> examine(Analysis facts, Guest guest) {
    if (guest.wanted().emulatorPin().isPresent()) {
      return Optional.empty();
    }
    return facts
        .occupancy()
        .seat(new Item.Emulator(guest.id()))
        .filter(seat -> seat.cpus().intersects(facts.occupancy().taken()))
        .flatMap(seat -> problem(facts, guest, seat));
  }

  private static Optional<Problem> problem(Analysis facts, Guest guest, Seat emulator) {
    var victims = victims(facts, guest.id(), emulator);
    boolean dedicated = facts.guestClass(guest.id()) != GuestClass.SHARED;
    if (victims.isEmpty() && !dedicated) {
      return Optional.empty();
    }
    String range = emulator.hold().pinned() ? Words.cpus(emulator.cpus()) : "all CPUs";
    var where = new ArrayList<Item>();
    where.add(emulator.who());
    victims.forEach(id -> where.add(new Item.WholeGuest(id)));
    return Optional.of(
        new Problem(
            "E-01",
            Severity.WARNING,
            Optional.of(guest.id()),
            where,
            "The emulator floats",
            "The emulator floats over "
                + range
                + ", including those of "
                + whose(facts, guest, victims),
            WHY,
            EmulatorMoves.toHousekeeping(facts, guest)));
  }

  /// The real-time guests whose CPUs the emulator may use.
  private static List<DomainId> victims(Analysis facts, DomainId self, Seat emulator) {
    return facts.occupancy().seats().stream()
        .filter(seat -> seat.isVcpu() && seat.hold().firm())
        .filter(seat -> seat.cpus().intersects(emulator.cpus()))
        .map(seat -> seat.who().domain())
        .filter(id -> !id.equals(self) && facts.guestClass(id) == GuestClass.REAL_TIME)
        .distinct()
        .toList();
  }

  private static String whose(Analysis facts, Guest guest, List<DomainId> victims) {
    if (victims.isEmpty()) {
      return facts.guestClass(guest.id()) == GuestClass.REAL_TIME
          ? "its own real-time vCPUs"
          : "its own vCPUs";
    }
    return Words.names(facts, victims) + " (real-time)";
  }
}
