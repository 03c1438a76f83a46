package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.topology.Setting;
import org.numascape.topology.SettingChange;

/// Between two readings of the host, allocations that were wanted on a node went to another.
final class RisingMisses implements HostCheck {

  private static final String CODE = "V-06";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return HostSays.settings(facts).changes().stream()
        .filter(change -> change.setting() == Setting.NODE_COUNTERS)
        .map(SettingChange::after)
        .map(rise ->
            Finding.of(
                    CODE,
                    Severity.INFO,
                    "Since the reading before, allocations went to other nodes than they were wanted"
                        + " on: "
                        + rise)
                .at(HostSays.host(facts)));
  }

  /// One reading tells how many there were since the boot, not whether there are still.
  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    boolean bound =
        facts.host().nodes().size() > 1
            && facts.guests().values().stream()
                .anyMatch(guest -> !guest.reach().memoryNodes().isEmpty());
    return bound
        ? Undecided.unless(CODE, HostSays.settings(facts), Setting.NODE_COUNTERS)
        : Stream.empty();
  }
}
