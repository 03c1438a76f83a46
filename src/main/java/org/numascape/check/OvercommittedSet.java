package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Seat;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// More vCPUs share a set of CPUs than is advised.
final class OvercommittedSet implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var bySet = new LinkedHashMap<CpuSet, List<Seat>>();
    for (var guest : facts.guests().values()) {
      for (var seat : guest.seats().values()) {
        if (seat.isVcpu() && !seat.hold().firm()) {
          bySet.computeIfAbsent(seat.cpus(), set -> new ArrayList<>()).add(seat);
        }
      }
    }
    int most = facts.design().checking().thresholds().vcpusPerCpu();
    return bySet.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .filter(entry -> entry.getValue().size() > most * entry.getKey().size())
        .map(entry -> finding(entry.getKey(), entry.getValue(), most));
  }

  private static Finding finding(CpuSet cpus, List<Seat> seats, int most) {
    var guests = seats.stream().map(seat -> seat.who().domain()).distinct().toList();
    return Finding.of(
            "P-25",
            Severity.INFO,
            Words.count(seats.size())
                + " vCPUs of "
                + (guests.size() == 1 ? "a guest" : guests.size() + " guests")
                + " share "
                + Words.count(cpus.size())
                + (cpus.size() == 1 ? " CPU" : " CPUs")
                + ", more than "
                + most
                + " to a CPU")
        .at(guests.stream().map(Item.WholeGuest::new).toList());
  }
}
