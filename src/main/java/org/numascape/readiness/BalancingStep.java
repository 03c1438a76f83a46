package org.numascape.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.topology.HostSettings;
import org.numascape.topology.KernelParameters;
import org.numascape.topology.Observation;
import org.numascape.topology.Setting;

/// Step 3: automatic NUMA balancing off, now and at boot.
final class BalancingStep {

  private static final String KEY = "kernel.numa_balancing";
  private static final String FILE = "/etc/sysctl.d/90-numascape.conf";

  private BalancingStep() {}

  static Step of(Analysis facts) {
    var settings = facts.host().facts().settings();
    if (facts.host().nodes().size() < 2) {
      return bare(StepState.NOT_NEEDED, "The host has one node");
    }
    if (settings.lacks(Setting.NUMA_BALANCING)) {
      return bare(StepState.NOT_NEEDED, "The kernel has no automatic NUMA balancing");
    }
    var points = new ArrayList<Point>();
    points.add(now(settings));
    boot(settings).ifPresent(points::add);
    var state =
        points.getFirst().state() == StepState.DONE
            ? States.all(points)
            : points.getFirst().state();
    String found =
        switch (state) {
          case DONE -> "It is off";
          case PART -> "It is off, but no file says so for the next boot";
          case UNKNOWN -> "Whether it is on is not known";
          default -> "It is on";
        };
    return new Step(Topic.NUMA_BALANCING, state, found, points, ways(settings), List.of());
  }

  private static Step bare(StepState state, String found) {
    return new Step(Topic.NUMA_BALANCING, state, found, List.of(), List.of(), List.of());
  }

  private static Point now(HostSettings settings) {
    String where =
        settings
            .observed(Setting.NUMA_BALANCING)
            .map(Observation::where)
            .orElse("/proc/sys/kernel/numa_balancing");
    var value = settings.number(Setting.NUMA_BALANCING);
    if (value.isEmpty()) {
      return new Point(
          KEY + " now", settings.whyUnknown(Setting.NUMA_BALANCING), where, StepState.UNKNOWN);
    }
    String words =
        switch ((int) value.getAsLong()) {
          case 0 -> "0, off";
          case 1 -> "1, on";
          case 2 -> "2, between tiers of memory only";
          default -> Long.toString(value.getAsLong());
        };
    boolean on = value.getAsLong() == 1 || value.getAsLong() == 3;
    return new Point(KEY + " now", words, where, on ? StepState.OPEN : StepState.DONE);
  }

  /// What holds after a boot, where anybody read it.
  private static Optional<Point> boot(HostSettings settings) {
    var line = settings.text(Setting.BOOT_PARAMETERS).map(KernelParameters::of);
    if (line.flatMap(it -> it.value("numa_balancing")).filter("disable"::equals).isPresent()) {
      return Optional.of(new Point(KEY + " at boot", "disable", "/proc/cmdline", StepState.DONE));
    }
    if (!settings.knows(Setting.SYSCTL_FILES)) {
      return Optional.empty();
    }
    var set = settings.named(Setting.SYSCTL_FILES, KEY);
    boolean off = set.filter("0"::equals).isPresent();
    return Optional.of(
        new Point(
            KEY + " at boot",
            set.orElse("not set"),
            "/etc/sysctl.d",
            off ? StepState.DONE : StepState.OPEN));
  }

  private static List<Way> ways(HostSettings settings) {
    var before = settings.number(Setting.NUMA_BALANCING);
    String undo =
        before.isPresent()
            ? "sysctl -w " + KEY + "=" + before.getAsLong() + "\n"
            : "# what " + KEY + " was is not known: sysctl " + KEY + " tells it\n";
    return List.of(
        new Way("Now", Way.Kind.NOW, "sysctl -w " + KEY + "=0\n", undo, ""),
        new Way(
            "At every boot: sysctl",
            Way.Kind.LASTING,
            "echo '" + KEY + " = 0' > " + FILE + "\nsysctl -p " + FILE + "\n",
            "rm -f " + FILE + "\n" + undo,
            ""));
  }
}
