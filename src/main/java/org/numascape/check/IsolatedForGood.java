package org.numascape.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.KernelParameters;
import org.numascape.topology.Setting;

/// CPUs are isolated until the next boot although no guest is real-time, or without ticks on others
/// than those that are isolated.
final class IsolatedForGood implements HostCheck {

  private static final String CODE = "S-08";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return Stream.concat(needless(facts), unlike(facts));
  }

  private static Stream<Finding> needless(Analysis facts) {
    var settings = HostSays.settings(facts);
    var isolated =
        settings
            .text(Setting.BOOT_PARAMETERS)
            .map(KernelParameters::of)
            .flatMap(line -> line.cpus("isolcpus"));
    return isolated.isEmpty() || facts.guests().isEmpty() || !facts.dedicated().realTime().isEmpty()
        ? Stream.empty()
        : Finding.of(
            CODE,
            Severity.INFO,
            Words.cpus(isolated.get())
                + (isolated.get().size() == 1 ? " is" : " are")
                + " isolated by isolcpus until the next boot, and no guest is real-time")
            .at(HostSays.cpus(facts, isolated.get()))
            .stream();
  }

  private static Stream<Finding> unlike(Analysis facts) {
    var settings = HostSays.settings(facts);
    var isolated = settings.cpus(Setting.ISOLATED);
    var ticking = settings.cpus(Setting.NOHZ_FULL).filter(cpus -> !cpus.isEmpty());
    if (isolated.isEmpty() || ticking.isEmpty() || isolated.equals(ticking)) {
      return Stream.empty();
    }
    var odd = difference(isolated.get(), ticking.get());
    return Finding.of(
        CODE,
        Severity.INFO,
        "isolcpus is "
            + text(isolated.get())
            + " and nohz_full is "
            + text(ticking.get())
            + ": "
            + Words.cpus(odd)
            + (odd.size() == 1 ? " has" : " have")
            + " one without the other")
        .titled("unlike")
        .at(HostSays.cpus(facts, odd))
        .stream();
  }

  private static String text(CpuSet cpus) {
    return cpus.isEmpty() ? "empty" : cpus.toString();
  }

  private static CpuSet difference(CpuSet one, CpuSet other) {
    return one.minus(other).or(other.minus(one));
  }

  /// Where no CPU is isolated there is nothing to ask.
  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    HostSettings settings = HostSays.settings(facts);
    boolean none = Optional.of(CpuSet.EMPTY).equals(settings.cpus(Setting.ISOLATED));
    return none || facts.guests().isEmpty()
        ? Stream.empty()
        : Undecided.unless(
            CODE, settings, Setting.BOOT_PARAMETERS, Setting.ISOLATED, Setting.NOHZ_FULL);
  }
}
