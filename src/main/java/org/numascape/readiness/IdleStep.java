package org.numascape.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.numascape.analysis.Analysis;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.KernelParameters;
import org.numascape.topology.Observation;
import org.numascape.topology.Setting;

/// Step 5: CPUs of real-time guests sleep no deeper than C1, and no kernel polls.
final class IdleStep {

  private static final Pattern LIGHT = Pattern.compile("(POLL|C1|C1E|C1_ACPI|WFI|haltpoll.*), .*");
  private static final String LIGHT_NAMES = "POLL|C1|C1E|C1_ACPI|WFI|haltpoll*";
  private static final String UNIT = "numascape-idle";

  private IdleStep() {}

  static Step of(Analysis facts) {
    var settings = facts.host().facts().settings();
    var dedicated = facts.dedicated();
    var cpus = dedicated.realTimeCores(facts.host()).and(facts.host().usableCpus());
    var points = new ArrayList<Point>();
    polling(settings, points);
    if (cpus.isEmpty()) {
      boolean polls = points.stream().anyMatch(point -> point.state() == StepState.OPEN);
      return new Step(
          Topic.IDLE_STATES,
          polls ? StepState.OPEN : StepState.NOT_NEEDED,
          polls
              ? "The kernel polls (idle=poll): take that off the boot loader's line"
              : "No guest is real-time; sleeping CPUs save power and let others clock higher",
          points,
          List.of(),
          List.of());
    }
    states(settings, cpus, points);
    var state = States.all(points);
    String found =
        switch (state) {
          case DONE -> "CPUs " + cpus + " sleep no deeper than C1";
          case UNKNOWN -> "How deeply CPUs " + cpus + " sleep is not known";
          case NOT_NEEDED -> "The host has no idle states of its own";
          default -> "CPUs " + cpus + " may sleep deeply, or the kernel polls";
        };
    return new Step(Topic.IDLE_STATES, state, found, points, ways(cpus), List.of());
  }

  private static void polling(HostSettings settings, List<Point> points) {
    settings
        .text(Setting.BOOT_PARAMETERS)
        .map(KernelParameters::of)
        .flatMap(line -> line.value("idle"))
        .filter("poll"::equals)
        .ifPresent(value ->
            points.add(new Point("Polling", "idle=poll", "/proc/cmdline", StepState.OPEN)));
  }

  private static void states(HostSettings settings, CpuSet cpus, List<Point> points) {
    String where =
        settings
            .observed(Setting.IDLE_STATE)
            .map(Observation::where)
            .orElse("/sys/devices/system/cpu/cpu*/cpuidle/state*/name");
    if (settings.lacks(Setting.IDLE_STATE)) {
      points.add(new Point("Idle states of CPUs " + cpus, "none", where, StepState.NOT_NEEDED));
      return;
    }
    var found = new ArrayList<Point>();
    settings
        .byCpu(Setting.IDLE_STATE)
        .forEach((state, all) -> {
          if (all.intersects(cpus)) {
            found.add(
                new Point(
                    "Deepest idle state of CPUs " + all.and(cpus),
                    state,
                    where,
                    LIGHT.matcher(state).matches() ? StepState.DONE : StepState.OPEN));
          }
        });
    if (found.isEmpty()) {
      found.add(
          new Point(
              "Deepest idle state of CPUs " + cpus,
              settings.knows(Setting.IDLE_STATE)
                  ? "not told of these CPUs"
                  : settings.whyUnknown(Setting.IDLE_STATE),
              where,
              StepState.UNKNOWN));
    }
    points.addAll(found);
  }

  private static List<Way> ways(CpuSet cpus) {
    String off = loop(cpus, 1);
    String on = loop(cpus, 0);
    var unit = new Units(UNIT, "No deep sleep on CPUs of real-time guests", List.of(off));
    return List.of(
        new Way(
            "Now",
            Way.Kind.NOW,
            off + "\n",
            on + "\n",
            "Costs power and some turbo of other cores."),
        new Way(
            "At every boot: systemd unit",
            Way.Kind.LASTING,
            unit.install(),
            unit.remove() + on + "\n",
            ""),
        BootLine.way(
            "numascape-idle",
            "intel_idle.max_cstate=1 processor.max_cstate=1",
            "Holds for all CPUs of the host, not only those of guests."));
  }

  private static String loop(CpuSet cpus, int disabled) {
    return "for c in "
        + Shell.each(cpus)
        + "; do for s in /sys/devices/system/cpu/cpu$c/cpuidle/state*; do case \"$(cat $s/name)\" in "
        + LIGHT_NAMES
        + ") ;; *) echo "
        + disabled
        + " > $s/disable;; esac; done; done";
  }
}
