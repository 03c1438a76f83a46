package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestClass;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// A guest holds whole cores and one thread of another, whose second thread anybody may get.
final class HalfACore implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.guests().values().stream()
        .filter(guest -> guest.guestClass() == GuestClass.DEDICATED)
        .flatMap(guest -> examine(facts, guest).stream());
  }

  private static Optional<Finding> examine(Analysis facts, GuestFacts guest) {
    var own = guest.reach().cpus();
    var usable = facts.host().usableCpus();
    boolean whole = false;
    var left = CpuSet.EMPTY;
    for (int cpu : own.stream().toArray()) {
      var core = facts.host().siblings(cpu).and(usable);
      whole |= core.size() > 1 && own.containsAll(core);
      left = left.or(core.minus(own));
    }
    var open = left.and(facts.occupancy().free());
    if (!whole || open.isEmpty()) {
      return Optional.empty();
    }
    var where = new ArrayList<Item>();
    where.add(new Item.WholeGuest(guest.id()));
    open.stream()
        .boxed()
        .flatMap(cpu -> facts.host().pu(cpu).stream())
        .forEach(pu -> where.add(new Item.OnHost(pu.id())));
    var keep = facts.design().reserved().or(open);
    return Optional.of(
        Finding.of(
                "P-24",
                Severity.WARNING,
                guest,
                "It has whole cores and threads of others: "
                    + Words.cpus(open)
                    + " beside its vCPUs "
                    + (open.size() == 1 ? "is" : "are")
                    + " free for anybody")
            .at(where)
            .fixed(now ->
                List.of(
                    new Fix(
                        "Keep " + Words.cpus(open) + " for the host",
                        new Edit.ReserveCpus(keep)))));
  }
}
