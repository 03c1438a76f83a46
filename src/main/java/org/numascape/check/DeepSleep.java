package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.DedicatedCpus;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.KernelParameters;
import org.numascape.topology.Setting;

/// CPUs of real-time guests sleep so deeply that waking takes long; or all CPUs never sleep, which
/// takes from their siblings and from the turbo clock.
final class DeepSleep implements HostCheck {

  private static final String CODE = "S-05";

  /// States that a CPU leaves at once: kernel `drivers/idle/intel_idle.c`, `drivers/cpuidle`.
  private static final Pattern LIGHT = Pattern.compile("(POLL|C1|C1E|C1_ACPI|WFI|haltpoll.*), .*");

  /// Profiles that hold the latency down through `/dev/cpu_dma_latency`, which no file shows.
  private static final Set<String> HOLDING =
      Set.of(
          "latency-performance",
          "network-latency",
          "cpu-partitioning",
          "cpu-partitioning-powersave",
          "realtime",
          "realtime-virtual-host",
          "sap-hana",
          "sap-hana-kvm-guest");

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return HostSays.dedicated(facts)
        .flatMap(some -> Stream.concat(deep(facts, some), polling(facts)));
  }

  private static Stream<Finding> deep(Analysis facts, DedicatedCpus dedicated) {
    var cpus = dedicated.realTimeCpus();
    if (cpus.isEmpty() || heldDown(HostSays.settings(facts))) {
      return Stream.empty();
    }
    var states = new TreeMap<>(HostSays.settings(facts).byCpu(Setting.IDLE_STATE));
    states.keySet().removeIf(state -> LIGHT.matcher(state).matches());
    states.replaceAll((state, all) -> all.and(cpus));
    states.values().removeIf(CpuSet::isEmpty);
    if (states.isEmpty()) {
      return Stream.empty();
    }
    var deep = states.values().stream().reduce(CpuSet.EMPTY, CpuSet::or);
    return Finding.of(
        CODE,
        Severity.WARNING,
        Words.cpus(deep)
            + " of "
            + HostSays.guests(facts, dedicated.realTime())
            + " may sleep as deeply as "
            + states.firstKey())
        .at(HostSays.cpus(facts, deep))
        .stream();
  }

  private static Stream<Finding> polling(Analysis facts) {
    boolean polls =
        HostSays.settings(facts)
            .text(Setting.BOOT_PARAMETERS)
            .map(KernelParameters::of)
            .flatMap(line -> line.value("idle"))
            .filter("poll"::equals)
            .isPresent();
    return polls
        ? Finding.of(CODE, Severity.WARNING, "The kernel was started with idle=poll: no CPU rests")
            .titled("poll")
            .at(HostSays.host(facts))
            .stream()
        : Stream.empty();
  }

  private static boolean heldDown(HostSettings settings) {
    return settings.byName(Setting.SERVICES).containsKey("tuned")
        && settings.text(Setting.TUNED_PROFILE).filter(HOLDING::contains).isPresent();
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return HostSays.dedicated(facts).flatMap(some -> unknown(facts, some));
  }

  private static Stream<Undecided> unknown(Analysis facts, DedicatedCpus dedicated) {
    var settings = HostSays.settings(facts);
    var needed = new ArrayList<>(List.of(Setting.BOOT_PARAMETERS));
    if (!dedicated.realTime().isEmpty()) {
      needed.add(Setting.IDLE_STATE);
    }
    var missing = needed.stream().filter(setting -> !settings.knows(setting)).toList();
    if (!missing.isEmpty()) {
      return Stream.of(Undecided.of(CODE, settings, missing));
    }
    return !dedicated.realTime().isEmpty() && heldDown(settings)
        ? Stream.of(
            new Undecided(
                CODE,
                List.of(Setting.IDLE_STATE),
                "tuned's profile "
                    + settings.text(Setting.TUNED_PROFILE).orElse("")
                    + " holds the CPUs awake as far as it says, which no file shows"))
        : Stream.empty();
  }
}
