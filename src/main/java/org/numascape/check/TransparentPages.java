package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.topology.Setting;

/// The kernel makes huge pages for every process although a guest is real-time.
final class TransparentPages implements HostCheck {

  private static final String CODE = "H-17";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    boolean always =
        HostSays.settings(facts)
            .text(Setting.TRANSPARENT_PAGES)
            .filter("always"::equals)
            .isPresent();
    return !always
        ? Stream.empty()
        : HostSays.dedicated(facts)
            .filter(some -> !some.realTime().isEmpty())
            .map(some ->
                Finding.of(
                        CODE,
                        Severity.INFO,
                        "Transparent huge pages are always made"
                            + HostSays.where(facts, Setting.TRANSPARENT_PAGES)
                            + ", and "
                            + HostSays.guests(facts, some.realTime())
                            + (some.realTime().size() == 1 ? " is" : " are")
                            + " real-time")
                    .at(HostSays.host(facts)));
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return HostSays.dedicated(facts)
        .filter(some -> !some.realTime().isEmpty())
        .flatMap(
            some -> Undecided.unless(CODE, HostSays.settings(facts), Setting.TRANSPARENT_PAGES));
  }
}
