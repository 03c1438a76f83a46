package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Hold;
import org.numascape.analysis.Seat;
import org.numascape.design.CpuEdit;
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
            + more(pairs.size() - 1);
    return Finding.of("P-06", Severity.WARNING, guest, message)
        .at(vcpus)
        .fixed(now -> fixes(now, guest))
        .stream();
  }

  private static String more(int others) {
    return others == 0
        ? ""
        : "; so on " + others + (others == 1 ? " more host core" : " more host cores");
  }

  private static int core(GuestFacts guest, Seat seat) {
    return guest.host().siblings(seat.cpus().last()).first().orElse(-1);
  }

  /// Cores of their own, or threads that the guest knows of.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var fixes = new ArrayList<>(Apart.onePerCore(facts, guest));
    int maximum = guest.domain().vcpus().maximum();
    int cells = Math.max(1, guest.domain().cells().size());
    if (maximum % 2 == 0) {
      int sockets = maximum % (2 * cells) == 0 ? cells : 1;
      var topology = new CpuTopology(sockets, 1, 1, maximum / 2 / sockets, 2);
      var edit = new CpuEdit.SetTopology(guest.id(), Optional.of(topology));
      String label = "Tell " + guest.guest().name() + " of its threads";
      var after = facts.after(edit.applyTo(facts.design()));
      boolean ordered =
          after.guest(guest.id()).stream()
              .flatMap(one -> Report.alone(one).stream())
              .noneMatch(finding -> finding.code().equals("P-05"));
      if (ordered) {
        fixes.addAll(Trial.fix(facts, guest.id(), "P-06", label, List.of(edit)));
      }
    }
    return fixes;
  }
}
