package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.DomainId;
import org.numascape.topology.Setting;

/// Equal pages of guests on different nodes become one page, on one of the nodes.
final class MergedAcrossNodes implements HostCheck {

  private static final String CODE = "S-03";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var settings = HostSays.settings(facts);
    boolean merges =
        settings.number(Setting.KSM).orElse(0) == 1
            && settings.number(Setting.KSM_ACROSS_NODES).orElse(0) == 1;
    var concerned = concerned(facts);
    return !merges || concerned.isEmpty()
        ? Stream.empty()
        : Finding.of(
            CODE,
            Severity.WARNING,
            "Pages of "
                + HostSays.guests(facts, concerned)
                + " may be merged with pages of another node"
                + HostSays.where(facts, Setting.KSM_ACROSS_NODES))
            .at(HostSays.host(facts))
            .stream();
  }

  /// That nothing is merged decides it alone.
  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    var settings = HostSays.settings(facts);
    boolean off =
        settings.lacks(Setting.KSM)
            || settings.number(Setting.KSM).stream().anyMatch(run -> run != 1);
    return off || concerned(facts).isEmpty()
        ? Stream.empty()
        : Undecided.unless(CODE, settings, Setting.KSM, Setting.KSM_ACROSS_NODES);
  }

  /// Guests with bound memory that may be merged: not on huge pages, and not told off.
  private static List<DomainId> concerned(Analysis facts) {
    if (facts.host().nodes().size() < 2) {
      return List.of();
    }
    return facts.guests().values().stream()
        .filter(guest -> !guest.reach().memoryNodes().isEmpty())
        .filter(guest -> !guest.domain().backing().noSharePages())
        .filter(guest -> !guest.domain().backing().hugePages())
        .map(GuestFacts::id)
        .toList();
  }
}
