package org.numascape.check;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.TuneEdit;
import org.numascape.topology.Setting;

/// Shares on the scale of cgroup 1, where 1,024 is usual, on a host with cgroup 2, where 100 is.
final class SharesOfOldScale implements HostCheck {

  private static final String CODE = "S-11";
  private static final long USUAL_1 = 1_024;
  private static final long USUAL_2 = 100;

  /// From half of the old usual weight on nobody means the new scale by chance.
  private static final long OLD_SCALE = USUAL_1 / 2;

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return HostSays.settings(facts).number(Setting.CGROUP).orElse(1) == 2
        ? suspects(facts).map(SharesOfOldScale::finding)
        : Stream.empty();
  }

  private static Finding finding(GuestFacts guest) {
    long shares = guest.domain().cpuTune().shares().orElseThrow();
    long same = Math.max(1, Math.round((double) shares * USUAL_2 / USUAL_1));
    return Finding.of(
            CODE,
            Severity.INFO,
            guest,
            "Its shares of "
                + Words.count(shares)
                + " weigh as much as "
                + Words.count(Math.round((double) shares / USUAL_2))
                + " guests with the usual "
                + USUAL_2)
        .fixed(now ->
            List.of(
                new Fix(
                    "Set the shares to " + Words.count(same),
                    new TuneEdit.SetShares(guest.id(), OptionalLong.of(same)))));
  }

  private static Stream<GuestFacts> suspects(Analysis facts) {
    return facts.guests().values().stream()
        .filter(guest -> guest.domain().cpuTune().shares().orElse(0) >= OLD_SCALE);
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return suspects(facts).findAny().isEmpty()
        ? Stream.empty()
        : Undecided.unless(CODE, HostSays.settings(facts), Setting.CGROUP);
  }
}
