package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Hold;
import org.numascape.analysis.Seat;
import org.numascape.design.Item;
import org.numascape.domain.CpuTopology;

/// Two vCPUs that the guest takes for cores are threads of one host core.
final class CoresAreThreads implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    if (guest.domain().topology().map(CpuTopology::threads).orElse(1) > 1) {
      return Stream.empty();
    }
    var byCore = new TreeMap<Integer, List<Seat>>();
    guest.vcpus().stream()
        .filter(seat -> seat.hold() == Hold.EXACT)
        .forEach(
            seat -> byCore.computeIfAbsent(core(guest, seat), core -> new ArrayList<>()).add(seat));
    var pairs =
        byCore.values().stream()
            .filter(seats -> seats.stream().map(Seat::cpus).distinct().count() > 1)
            .toList();
    if (pairs.isEmpty()) {
      return Stream.empty();
    }
    var vcpus = pairs.stream().flatMap(List::stream).map(s -> (Item.Vcpu) s.who()).toList();
    String message =
        Words.vcpus(Words.ids(pairs.getFirst().stream().map(s -> (Item.Vcpu) s.who()).toList()))
            + " are cores to the guest, but threads of one host core"
            + (pairs.size() > 1 ? "; so on " + (pairs.size() - 1) + " more host cores" : "");
    return Finding.of("P-06", Severity.WARNING, guest, message)
        .at(vcpus)
        .fixed(now -> Apart.onePerCore(now, guest))
        .stream();
  }

  private static int core(GuestFacts guest, Seat seat) {
    return guest.host().siblings(seat.cpus().last()).first().orElse(-1);
  }
}
