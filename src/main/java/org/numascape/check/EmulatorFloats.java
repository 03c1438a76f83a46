package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestClass;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// An emulator without a pin of its own may run on CPUs that belong to vCPUs.
///
/// Told of guests whose vCPUs are all pinned, and of any guest where CPUs of a real-time guest are
/// within reach.
final class EmulatorFloats implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var realTime = realTime(facts);
    return facts.guests().values().stream()
        .flatMap(guest -> examine(facts, guest, realTime).stream());
  }

  /// The CPUs of each real-time guest.
  private static Map<DomainId, CpuSet> realTime(Analysis facts) {
    var found = new LinkedHashMap<DomainId, CpuSet>();
    for (var guest : facts.guests().values()) {
      if (guest.guestClass() == GuestClass.REAL_TIME) {
        guest.vcpus().stream()
            .filter(seat -> seat.hold().firm())
            .forEach(seat -> found.merge(guest.id(), seat.cpus(), CpuSet::or));
      }
    }
    return found;
  }

  private static Optional<Finding> examine(
      Analysis facts, GuestFacts guest, Map<DomainId, CpuSet> realTime) {
    if (guest.domain().emulatorPin().isPresent()) {
      return Optional.empty();
    }
    return guest
        .seat(new Item.Emulator(guest.id()))
        .filter(seat -> seat.cpus().intersects(facts.occupancy().taken()))
        .flatMap(seat -> problem(facts, guest, seat, realTime));
  }

  private static Optional<Finding> problem(
      Analysis facts, GuestFacts guest, Seat emulator, Map<DomainId, CpuSet> realTime) {
    var victims = victims(realTime, guest.id(), emulator);
    boolean dedicated = guest.dedicated();
    if (victims.isEmpty() && !dedicated) {
      return Optional.empty();
    }
    String range = emulator.hold().pinned() ? Words.cpus(emulator.cpus()) : "all CPUs";
    var where = new ArrayList<Item>();
    where.add(emulator.who());
    victims.forEach(id -> where.add(new Item.WholeGuest(id)));
    return Optional.of(
        new Finding(
            "E-01",
            Severity.WARNING,
            Optional.of(guest.id()),
            where,
            "",
            "The emulator floats over "
                + range
                + ", including those of "
                + whose(facts, guest, victims),
            "",
            now -> EmulatorMoves.toHousekeeping(now, guest.guest())));
  }

  /// The real-time guests whose CPUs the emulator may use.
  private static List<DomainId> victims(
      Map<DomainId, CpuSet> realTime, DomainId self, Seat emulator) {
    return realTime.entrySet().stream()
        .filter(other -> other.getValue().intersects(emulator.cpus()))
        .map(Map.Entry::getKey)
        .filter(id -> !id.equals(self))
        .toList();
  }

  private static String whose(Analysis facts, GuestFacts guest, List<DomainId> victims) {
    if (victims.isEmpty()) {
      return guest.guestClass() == GuestClass.REAL_TIME
          ? "its own real-time vCPUs"
          : "its own vCPUs";
    }
    return Words.names(facts, victims) + " (real-time)";
  }
}
