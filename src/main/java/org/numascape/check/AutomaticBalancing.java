package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.topology.Setting;

/// The kernel moves pages after threads although every guest has its place. Where some guest floats
/// it helps that one, so nothing is said.
final class AutomaticBalancing implements HostCheck {

  private static final String CODE = "S-01";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    boolean on = HostSays.settings(facts).number(Setting.NUMA_BALANCING).orElse(0) == 1;
    if (!on || !matters(facts)) {
      return Stream.empty();
    }
    int guests = facts.guests().size();
    return Finding.of(
        CODE,
        Severity.WARNING,
        "The kernel moves pages between nodes"
            + HostSays.where(facts, Setting.NUMA_BALANCING)
            + " although "
            + (guests == 1 ? "the only guest has" : "all " + guests + " guests have")
            + " a place")
        .at(HostSays.host(facts))
        .stream();
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return matters(facts)
        ? Undecided.unless(CODE, HostSays.settings(facts), Setting.NUMA_BALANCING)
        : Stream.empty();
  }

  private static boolean matters(Analysis facts) {
    return facts.host().nodes().size() > 1
        && !facts.guests().isEmpty()
        && facts.guests().values().stream().allMatch(AutomaticBalancing::placed);
  }

  private static boolean placed(GuestFacts guest) {
    var tune = guest.domain().numaTune();
    return guest.vcpus().stream().allMatch(seat -> seat.hold().pinned())
        && guest.domain().memoryCells().stream()
            .allMatch(cell -> tune.bindingOf(cell.id()).isPresent());
  }
}
