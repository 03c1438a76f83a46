package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.DedicatedCpus;
import org.numascape.analysis.InterruptCpus;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Setting;

/// irqbalance may put interrupts on CPUs that guests have for themselves.
final class InterruptsOnDedicated implements HostCheck {

  private static final String CODE = "S-06";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return HostSays.dedicated(facts).flatMap(dedicated -> examine(facts, dedicated));
  }

  private static Stream<Finding> examine(Analysis facts, DedicatedCpus dedicated) {
    var settings = HostSays.settings(facts);
    boolean runs = InterruptCpus.balanced(settings).orElse(false);
    var open = InterruptCpus.open(facts.host()).orElse(CpuSet.EMPTY).and(dedicated.cpus());
    if (!runs || open.isEmpty()) {
      return Stream.empty();
    }
    boolean emptied =
        settings
            .named(Setting.IRQBALANCE, InterruptCpus.BANNED_LIST)
            .filter(String::isBlank)
            .isPresent();
    return Finding.of(
        CODE,
        Severity.WARNING,
        "irqbalance may put interrupts on "
            + Words.cpus(open)
            + " of "
            + HostSays.guests(facts, dedicated.guests())
            + (emptied ? ": " + InterruptCpus.BANNED_LIST + " is set to nothing" : ""))
        .at(HostSays.cpus(facts, open))
        .stream();
  }

  /// That irqbalance does not run decides it alone.
  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return HostSays.dedicated(facts).flatMap(some -> unknown(facts));
  }

  private static Stream<Undecided> unknown(Analysis facts) {
    var settings = HostSays.settings(facts);
    var runs = InterruptCpus.balanced(settings);
    boolean off = runs.isPresent() && !runs.get();
    boolean settled = runs.isPresent() && InterruptCpus.open(facts.host()).isPresent();
    if (off || settled) {
      return Stream.empty();
    }
    var missing =
        Stream.of(Setting.SERVICES, Setting.IRQBALANCE, Setting.ISOLATED, Setting.NOHZ_FULL)
            .filter(setting -> !settings.knows(setting))
            .toList();
    return Stream.of(
        missing.isEmpty()
            ? new Undecided(
                CODE,
                List.of(Setting.IRQBALANCE),
                InterruptCpus.BANNED_LIST
                    + " is no list of CPUs: "
                    + settings.named(Setting.IRQBALANCE, InterruptCpus.BANNED_LIST).orElse(""))
            : Undecided.of(CODE, settings, missing));
  }
}
