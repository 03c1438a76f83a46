package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.topology.Setting;

/// The kernel stops real-time threads for a part of each second.
final class RealTimeThrottled implements HostCheck {

  private static final String CODE = "E-10";
  private static final long SECOND = 1_000_000;

  @Override
  public Stream<Finding> examine(Analysis facts) {
    long runtime = HostSays.settings(facts).number(Setting.REAL_TIME_RUNTIME).orElse(-1);
    return runtime < 0 || runtime >= SECOND
        ? Stream.empty()
        : HostSays.dedicated(facts)
            .filter(some -> !some.realTime().isEmpty())
            .map(some ->
                Finding.of(
                        CODE,
                        Severity.WARNING,
                        "The real-time vCPUs of "
                            + HostSays.guests(facts, some.realTime())
                            + " may be stopped for "
                            + Words.count((SECOND - runtime) / 1_000)
                            + " ms of each second"
                            + HostSays.where(facts, Setting.REAL_TIME_RUNTIME))
                    .at(HostSays.host(facts)));
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return HostSays.dedicated(facts)
        .filter(some -> !some.realTime().isEmpty())
        .flatMap(
            some -> Undecided.unless(CODE, HostSays.settings(facts), Setting.REAL_TIME_RUNTIME));
  }
}
