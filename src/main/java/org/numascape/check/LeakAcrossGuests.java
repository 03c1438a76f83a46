package org.numascape.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

  /// Looks at each guest's CPUs once: there may be hundreds of guests, and this is asked after
  /// every change.
  private static Meeting meeting(Analysis facts) {
    var owners = new HashMap<Integer, DomainId>();
    var guests = new HashSet<DomainId>();
    var cpus = new TreeSet<Integer>();
    for (var guest : facts.guests().values()) {
      for (int cpu : guest.reach().cpus().stream().toArray()) {
        var core = facts.host().siblings(cpu);
        var owner = owners.putIfAbsent(core.first().orElse(cpu), guest.id());
        boolean meets =
            owner != null
                && !owner.equals(guest.id())
                && core.size() > 1
                && !facts.design().checking().exclusive(owner, guest.id());
        if (meets) {
          guests.add(owner);
          guests.add(guest.id());
          core.stream().filter(facts.occupancy().taken()::contains).forEach(cpus::add);
        }
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
