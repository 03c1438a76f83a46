package org.numascape.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.CpuTopology;
import org.numascape.topology.CpuSet;

/// vCPUs that the guest takes for threads of one core are on different host cores.
final class SiblingsApart implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    int threads = guest.domain().topology().map(CpuTopology::threads).orElse(1);
    if (threads < 2) {
      return Stream.empty();
    }
    var wrong = new ArrayList<Item.Vcpu>();
    int cores = 0;
    for (int first = 0; first + threads <= guest.domain().vcpus().current(); first += threads) {
      var seats = seats(guest, first, threads);
      if (seats.size() == threads && !together(guest, seats)) {
        cores++;
        seats.forEach(seat -> wrong.add((Item.Vcpu) seat.who()));
      }
    }
    if (wrong.isEmpty()) {
      return Stream.empty();
    }
    String message =
        Words.vcpus(Words.ids(wrong.subList(0, threads)))
            + " are threads of one guest core, but on different host cores"
            + (cores > 1 ? "; so are those of " + (cores - 1) + " more guest cores" : "");
    return Finding.of("P-05", Severity.WARNING, guest, message)
        .at(wrong)
        .fixed(now -> fixes(guest, threads))
        .stream();
  }

  private static List<Seat> seats(GuestFacts guest, int first, int threads) {
    return IntStream.range(first, first + threads)
        .boxed()
        .flatMap(vcpu -> guest.vcpu(vcpu).stream())
        .filter(seat -> seat.hold().firm())
        .toList();
  }

  private static boolean together(GuestFacts guest, List<Seat> seats) {
    var core = guest.host().siblings(seats.getFirst().cpus().last());
    return seats.stream().allMatch(seat -> core.containsAll(seat.cpus()));
  }

  /// The same CPUs in another order, cell by cell; nothing where they are no whole cores.
  private static List<Fix> fixes(GuestFacts guest, int threads) {
    var pins = new TreeMap<Integer, CpuSet>();
    for (var cell : guest.domain().memoryCells()) {
      var vcpus =
          guest.vcpusOf(cell.id()).stream().mapToInt(Item.Vcpu::vcpu).sorted().boxed().toList();
      var cpus = ordered(guest, guest.cpusOf(cell.id()));
      if (cpus.size() != vcpus.size()) {
        return List.of();
      }
      for (int i = 0; i < vcpus.size(); i++) {
        pins.put(vcpus.get(i), CpuSet.of(cpus.get(i)));
      }
    }
    boolean whole =
        pins.entrySet().stream()
            .allMatch(pin -> {
              var head = pins.get(pin.getKey() / threads * threads);
              return head != null && guest.host().siblings(head.last()).containsAll(pin.getValue());
            });
    String label = "Order the pins of " + guest.guest().name() + " by host core";
    return whole ? List.of(new Fix(label, new Edit.PinVcpus(guest.id(), pins))) : List.of();
  }

  private static List<Integer> ordered(GuestFacts guest, CpuSet cpus) {
    return cpus.stream()
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer cpu) -> guest.host().siblings(cpu).first().orElse(cpu))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
