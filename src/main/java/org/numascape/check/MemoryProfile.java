package org.numascape.check;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.topology.Setting;

/// Memory settings that suit guests badly: swapping gladly, giving up cache before asking another
/// node, no huge pages for guests on normal ones.
final class MemoryProfile implements HostCheck {

  private static final String CODE = "S-09";

  /// What tuned's throughput-performance sets, which virtual-host takes over.
  private static final long SWAPPINESS = 10;

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var settings = HostSays.settings(facts);
    var found = new ArrayList<Finding>();
    if (facts.guests().isEmpty()) {
      return Stream.empty();
    }
    settings
        .number(Setting.SWAPPINESS)
        .ifPresent(value -> {
          if (value > SWAPPINESS) {
            found.add(
                finding(
                    facts, "vm.swappiness is " + value + "; profiles for hosts set " + SWAPPINESS));
          }
        });
    settings
        .number(Setting.ZONE_RECLAIM)
        .ifPresent(value -> {
          if (value != 0) {
            found.add(
                finding(
                    facts,
                    "vm.zone_reclaim_mode is "
                        + value
                        + ": a full node gives up its cache before other nodes are asked"));
          }
        });
    boolean never = settings.text(Setting.TRANSPARENT_PAGES).filter("never"::equals).isPresent();
    var small =
        facts.guests().values().stream()
            .filter(guest -> !guest.domain().backing().hugePages())
            .map(guest -> guest.id())
            .toList();
    if (never && !small.isEmpty()) {
      found.add(
          finding(
              facts,
              "Transparent huge pages are off, and "
                  + HostSays.guests(facts, small)
                  + (small.size() == 1 ? " has" : " have")
                  + " no huge pages of "
                  + (small.size() == 1 ? "its" : "their")
                  + " own"));
    }
    return found.stream();
  }

  private static Finding finding(Analysis facts, String message) {
    return Finding.of(CODE, Severity.INFO, message).at(HostSays.host(facts));
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return facts.guests().isEmpty()
        ? Stream.empty()
        : Undecided.unless(
            CODE,
            HostSays.settings(facts),
            Setting.SWAPPINESS,
            Setting.ZONE_RECLAIM,
            Setting.TRANSPARENT_PAGES);
  }
}
