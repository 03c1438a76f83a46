package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.TuneEdit;
import org.numascape.domain.Bandwidth;
import org.numascape.topology.Setting;

/// Shares, periods and quotas that libvirt refuses.
final class CpuTimeRange implements GuestCheck {

  private static final long MOST_SHARES = 262_144;
  private static final long MOST_WEIGHT = 10_000;
  private static final long LEAST = 1_000;
  private static final long LONGEST_PERIOD = 1_000_000;
  private static final long LARGEST_QUOTA = 17_592_186_044_415L;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var tune = guest.domain().cpuTune();
    var wrong = new ArrayList<String>();
    tune.shares().stream()
        .filter(shares -> refused(guest, shares))
        .forEach(shares -> wrong.add("shares are " + Words.count(shares)));
    tune.bandwidths()
        .forEach((scope, time) -> {
          long period = time.period().orElse(0);
          long quota = time.quota().orElse(0);
          if (period != 0 && (period < LEAST || period > LONGEST_PERIOD)) {
            wrong.add(scope.element("period") + " is " + Words.count(period));
          }
          if (quota > 0 && (quota < LEAST || quota > LARGEST_QUOTA)) {
            wrong.add(scope.element("quota") + " is " + Words.count(quota));
          }
        });
    return wrong.stream()
        .map(what ->
            Finding.of("E-16", Severity.ERROR, guest, "Its " + what)
                .fixed(now -> fixes(now, guest)));
  }

  /// Control groups of version 1 take 2 to 262,144, as does libvirt 9.0 of all at define; those of
  /// version 2 take 1 to 10,000. A share of 1 is right where both are known to take it.
  private static boolean refused(GuestFacts guest, long shares) {
    var settings = guest.host().facts().settings();
    boolean second = settings.number(Setting.CGROUP).orElse(1) == 2;
    boolean ranges =
        settings.text(Setting.LIBVIRT).filter(version -> !Version.before(version, 11, 3)).isEmpty();
    long least = second && !ranges ? 1 : 2;
    return shares < least || shares > (second ? MOST_WEIGHT : MOST_SHARES);
  }

  /// Without limits, as most guests are.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var edits = new ArrayList<Edit>();
    edits.add(new TuneEdit.SetShares(guest.id(), OptionalLong.empty()));
    for (var scope : guest.domain().cpuTune().bandwidths().keySet()) {
      edits.add(new TuneEdit.SetBandwidth(guest.id(), scope, Bandwidth.UNSAID));
    }
    return Trial.fix(
        facts, guest.id(), "E-16", "Drop the limits of " + guest.guest().name(), edits);
  }
}
