package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.DomainId;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Setting;

/// Guests share cores on a CPU whose threads leak to each other, as the kernel says itself.
final class LeakAcrossGuests implements HostCheck {

  private static final String CODE = "S-13";

  /// What the kernel says where its mitigation holds for a core with one thread only: `l1tf`,
  /// `mds`, `mmio_stale_data`, `tsx_async_abort` and their like.
  private static final String LEAKS = "SMT vulnerable";

  /// Leaks between threads of a core; others are between guest and kernel, or between cores.
  private static final Set<String> OF_THREADS =
      Set.of("l1tf", "mds", "mmio_stale_data", "tsx_async_abort");

  /// Guests that meet on cores, and the cores' CPUs.
  private record Meeting(Set<DomainId> guests, CpuSet cpus) {}

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var leaks =
        HostSays.settings(facts).byName(Setting.LEAKS).entrySet().stream()
            .filter(
                leak -> leak.getValue().contains(LEAKS) || leak.getValue().startsWith("Vulnerable"))
            .filter(leak -> OF_THREADS.contains(leak.getKey()))
            .map(leak -> leak.getKey())
            .collect(Collectors.joining(", "));
    var meeting = meeting(facts);
    return leaks.isEmpty() || meeting.guests().isEmpty()
        ? Stream.empty()
        : Finding.of(
            CODE,
            Severity.WARNING,
            HostSays.guests(facts, List.copyOf(meeting.guests()))
                + " share cores ("
                + Words.cpus(meeting.cpus())
                + ") whose threads leak to each other: "
                + leaks)
            .at(HostSays.cpus(facts, meeting.cpus()))
            .stream();
  }

  private static Meeting meeting(Analysis facts) {
    var guests = new LinkedHashSet<DomainId>();
    var cpus = new ArrayList<Integer>();
    for (int cpu : facts.occupancy().taken().stream().toArray()) {
      var core = facts.host().siblings(cpu).or(CpuSet.of(cpu));
      if (core.size() == 1) {
        continue;
      }
      var here = new LinkedHashSet<DomainId>();
      core.stream()
          .forEach(
              thread -> facts.occupancy().vcpusOn(thread).forEach(vcpu -> here.add(vcpu.domain())));
      if (here.size() > 1 && facts.meet(here)) {
        guests.addAll(here);
        cpus.add(cpu);
      }
    }
    var inOrder = new LinkedHashSet<DomainId>(facts.guests().keySet());
    inOrder.retainAll(guests);
    return new Meeting(inOrder, CpuSet.of(cpus));
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return meeting(facts).guests().isEmpty()
        ? Stream.empty()
        : Undecided.unless(CODE, HostSays.settings(facts), Setting.LEAKS);
  }
}
