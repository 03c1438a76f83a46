package org.numascape.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.analysis.Analysis;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Observation;
import org.numascape.topology.Setting;

/// Step 2: the governor `performance` on dedicated CPUs.
final class GovernorStep {

  private static final String WANTED = "performance";
  private static final String LEAF = "/cpufreq/scaling_governor";

  private GovernorStep() {}

  static Step of(Analysis facts) {
    var cpus = facts.dedicated().cores(facts.host()).and(facts.host().usableCpus());
    var settings = facts.host().facts().settings();
    if (cpus.isEmpty()) {
      return done(StepState.NOT_NEEDED, "No guest has CPUs of its own");
    }
    if (settings.lacks(Setting.GOVERNOR)) {
      return done(
          StepState.NOT_NEEDED,
          "The host does not set clocks itself: its firmware or its own host does");
    }
    var now = new TreeMap<>(settings.byCpu(Setting.GOVERNOR));
    now.replaceAll((word, all) -> all.and(cpus));
    now.values().removeIf(CpuSet::isEmpty);
    var points = new ArrayList<Point>();
    String where =
        settings
            .observed(Setting.GOVERNOR)
            .map(Observation::where)
            .orElse("/sys/devices/system/cpu/cpu*" + LEAF);
    now.forEach((word, some) ->
        points.add(
            new Point(
                "Governor of CPUs " + some,
                word,
                where,
                word.equals(WANTED) ? StepState.DONE : StepState.OPEN)));
    if (points.isEmpty()) {
      points.add(
          new Point(
              "Governor of CPUs " + cpus,
              settings.knows(Setting.GOVERNOR)
                  ? "not told of these CPUs"
                  : settings.whyUnknown(Setting.GOVERNOR),
              where,
              StepState.UNKNOWN));
    }
    var state = States.all(points);
    String found =
        switch (state) {
          case DONE -> "The governor is performance on CPUs " + cpus;
          case UNKNOWN -> "The governor of CPUs " + cpus + " is not known";
          default -> {
            var slow = new TreeMap<>(now);
            slow.remove(WANTED);
            yield "The governor is "
                + String.join(" or ", slow.keySet())
                + " on CPUs "
                + slow.values().stream().reduce(CpuSet.EMPTY, CpuSet::or);
          }
        };
    return new Step(Topic.GOVERNOR, state, found, points, ways(cpus, now), List.of());
  }

  private static Step done(StepState state, String found) {
    return new Step(Topic.GOVERNOR, state, found, List.of(), List.of(), List.of());
  }

  private static List<Way> ways(CpuSet cpus, Map<String, CpuSet> now) {
    String set = loop(WANTED, cpus);
    var unit = new Units("numascape-governor", "Full clock on CPUs of guests", List.of(set));
    String undo = undo(cpus, now);
    return List.of(
        new Way("Now", Way.Kind.NOW, set + "\n", undo, ""),
        new Way(
            "At every boot: systemd unit",
            Way.Kind.LASTING,
            unit.install(),
            unit.remove() + undo,
            "tuned's profiles for hosts do the same for all CPUs: use one or the other."));
  }

  private static String loop(String governor, CpuSet cpus) {
    return "for c in "
        + Shell.each(cpus)
        + "; do echo "
        + governor
        + " > /sys/devices/system/cpu/cpu$c"
        + LEAF
        + "; done";
  }

  private static String undo(CpuSet cpus, Map<String, CpuSet> now) {
    if (now.isEmpty()) {
      return "# what the governors of CPUs " + cpus + " were is not known: read them first\n";
    }
    var lines = new ArrayList<String>();
    now.forEach((word, some) -> lines.add(loop(word, some)));
    return Shell.lines(lines);
  }
}
