package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.topology.Setting;

/// numad moves processes from node to node, those of pinned guests too.
final class NumadRuns implements HostCheck {

  private static final String CODE = "S-02";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var pinned = pinned(facts);
    boolean runs = HostSays.settings(facts).byName(Setting.SERVICES).containsKey("numad");
    return !runs || pinned.isEmpty()
        ? Stream.empty()
        : Finding.of(
            CODE,
            Severity.WARNING,
            "numad runs beside the pins of "
                + HostSays.guests(facts, pinned.stream().map(GuestFacts::id).toList()))
            .at(HostSays.host(facts))
            .stream();
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return pinned(facts).isEmpty()
        ? Stream.empty()
        : Undecided.unless(CODE, HostSays.settings(facts), Setting.SERVICES);
  }

  private static List<GuestFacts> pinned(Analysis facts) {
    return facts.guests().values().stream()
        .filter(guest -> !guest.reach().cpus().isEmpty())
        .toList();
  }
}
