package org.numascape.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.DedicatedCpus;
import org.numascape.analysis.InterruptCpus;
import org.numascape.check.Fix;
import org.numascape.design.DesignEdit;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.Observation;
import org.numascape.topology.Setting;

/// Step 4: the host's tasks and interrupts keep off dedicated CPUs.
final class IsolationStep {

  private static final List<String> SLICES = List.of("system.slice", "user.slice", "init.scope");
  private static final String BANNED = InterruptCpus.BANNED_LIST;

  private final Analysis facts;
  private final HostSettings settings;
  private final DedicatedCpus dedicated;
  private final CpuSet wanted;
  private final CpuSet rest;

  private IsolationStep(Analysis facts) {
    this.facts = facts;
    settings = facts.host().facts().settings();
    dedicated = facts.dedicated();
    wanted =
        facts
            .design()
            .isolated()
            .orElseGet(() -> dedicated.isolatable(facts.host()))
            .and(facts.host().usableCpus());
    rest = facts.host().usableCpus().minus(wanted);
  }

  static Step of(Analysis facts) {
    return new IsolationStep(facts).step();
  }

  private Step step() {
    if (wanted.isEmpty() || rest.isEmpty()) {
      return new Step(
          Topic.ISOLATION,
          rest.isEmpty() && !wanted.isEmpty() ? StepState.OPEN : StepState.NOT_NEEDED,
          rest.isEmpty() && !wanted.isEmpty()
              ? "The plan isolates all CPUs and leaves none for the host"
              : "No guest has CPUs of its own that the host could spare",
          List.of(),
          List.of(),
          List.of());
    }
    var points = List.of(tasks(), interrupts());
    var state = States.all(points);
    String cpus = "CPUs " + wanted;
    String found =
        switch (state) {
          case DONE -> "Tasks and interrupts of the host keep off " + cpus;
          case UNKNOWN -> "Whether the host keeps off " + cpus + " is not known";
          case PART -> "The host keeps off " + cpus + " only in part";
          default -> "The host's tasks and interrupts may use " + cpus;
        };
    return new Step(Topic.ISOLATION, state, found, points, ways(), edits());
  }

  /// Isolated by the kernel, or by slices that have other CPUs.
  private Point tasks() {
    var isolated = Analysis.isolated(facts.design().withIsolated(Optional.empty()));
    var told = settings.cpus(Setting.ISOLATED).orElse(isolated);
    if (told.containsAll(wanted)) {
      return new Point(
          "Tasks of the host",
          "isolated by the kernel",
          "/sys/devices/system/cpu/isolated",
          StepState.DONE);
    }
    var slices =
        List.of("system.slice", "user.slice").stream()
            .map(slice -> settings.cpus(Setting.SLICES, slice))
            .toList();
    boolean known = slices.stream().allMatch(Optional::isPresent);
    if (known) {
      var used =
          slices.stream().flatMap(Optional::stream).reduce(CpuSet.EMPTY, CpuSet::or).and(wanted);
      return new Point(
          "Tasks of the host",
          used.isEmpty()
              ? "system.slice and user.slice keep off"
              : "system.slice and user.slice have CPUs " + used,
          "/sys/fs/cgroup/system.slice/cpuset.cpus.effective",
          used.isEmpty()
              ? StepState.DONE
              : told.and(wanted).isEmpty() ? StepState.OPEN : StepState.PART);
    }
    boolean absent = settings.lacks(Setting.SLICES);
    boolean unisolated = settings.knows(Setting.ISOLATED) || !isolated.isEmpty();
    return new Point(
        "Tasks of the host",
        !unisolated
            ? settings.whyUnknown(Setting.ISOLATED)
            : told.isEmpty() ? "no CPU is isolated" : "isolated are CPUs " + told,
        "/sys/devices/system/cpu/isolated",
        unisolated && absent
            ? told.and(wanted).isEmpty() ? StepState.OPEN : StepState.PART
            : StepState.UNKNOWN);
  }

  private Point interrupts() {
    String what = "Interrupts";
    String where = "/etc/default/irqbalance";
    where = settings.observed(Setting.IRQBALANCE).map(Observation::where).orElse(where);
    var runs = InterruptCpus.balanced(settings);
    if (runs.isPresent() && !runs.get()) {
      var fresh = settings.cpus(Setting.IRQ_AFFINITY);
      boolean open = fresh.filter(cpus -> cpus.intersects(wanted)).isPresent();
      return new Point(
          what,
          fresh.isEmpty()
              ? "irqbalance does not run; where new ones go is not known"
              : "irqbalance does not run; new ones go to CPUs " + fresh.get(),
          "/proc/irq/default_smp_affinity",
          fresh.isEmpty() ? StepState.UNKNOWN : open ? StepState.OPEN : StepState.DONE);
    }
    var open = InterruptCpus.open(facts.host()).map(cpus -> cpus.and(wanted));
    if (runs.isEmpty() || open.isEmpty()) {
      return new Point(
          what,
          runs.isEmpty()
              ? "whether irqbalance runs is not known"
              : "what irqbalance is told is not known",
          where,
          StepState.UNKNOWN);
    }
    return new Point(
        what,
        open.get().isEmpty() ? "irqbalance keeps off" : "irqbalance may use CPUs " + open.get(),
        where,
        open.get().isEmpty() ? StepState.DONE : StepState.OPEN);
  }

  private List<Way> ways() {
    var ways = new ArrayList<Way>();
    ways.add(slices("Now, reversible: slices", false));
    ways.add(slices("At every boot: slices", true));
    ways.add(irqbalance());
    if (!dedicated.realTime().isEmpty()) {
      ways.add(parameters());
    }
    return ways;
  }

  private Way slices(String title, boolean lasts) {
    String set = "systemctl set-property " + (lasts ? "" : "--runtime ");
    var does = SLICES.stream().map(slice -> set + slice + " AllowedCPUs=" + rest).toList();
    var undoes =
        SLICES.stream().map(slice -> set + slice + " AllowedCPUs=" + before(slice)).toList();
    return new Way(
        title,
        lasts ? Way.Kind.LASTING : Way.Kind.NOW,
        Shell.lines(does),
        Shell.lines(undoes),
        "Guests are in machine.slice and keep all CPUs. Needs cgroup 2.");
  }

  /// What a slice had before; all CPUs where that is not known, which is what nobody changed.
  private String before(String slice) {
    return settings
        .cpus(Setting.SLICES, slice)
        .filter(cpus -> !cpus.isEmpty())
        .orElse(facts.host().usableCpus())
        .toString();
  }

  private Way irqbalance() {
    String file =
        settings
            .observed(Setting.IRQBALANCE)
            .filter(seen -> seen instanceof Observation.ByName)
            .map(Observation::where)
            .orElse("/etc/default/irqbalance");
    String commands =
        "cp -p "
            + file
            + " "
            + file
            + ".before-numascape\n"
            + "sed -i '/^ *"
            + BANNED
            + "=/d' "
            + file
            + "\n"
            + "echo '"
            + BANNED
            + "="
            + wanted
            + "' >> "
            + file
            + "\n"
            + "systemctl restart irqbalance\n";
    String undo =
        "mv " + file + ".before-numascape " + file + "\n" + "systemctl restart irqbalance\n";
    return new Way(
        "At every boot: irqbalance",
        Way.Kind.LASTING,
        commands,
        undo,
        "The file is /etc/sysconfig/irqbalance on Fedora and Red Hat. An empty list would let"
            + " irqbalance use isolated CPUs.");
  }

  private Way parameters() {
    var realTime = dedicated.realTimeCores(facts.host()).and(wanted);
    var cpus = realTime.isEmpty() ? wanted : realTime;
    var others = facts.host().usableCpus().minus(cpus);
    return BootLine.way(
        "numascape-isolation",
        "isolcpus=managed_irq,domain,"
            + cpus
            + " nohz_full="
            + cpus
            + " rcu_nocbs="
            + cpus
            + " irqaffinity="
            + others,
        "For real-time guests only: it cannot be taken back without a boot, and threads are not"
            + " balanced over these CPUs.");
  }

  private List<Fix> edits() {
    return facts.design().isolated().isPresent()
        ? List.of()
        : List.of(
            new Fix("Plan to isolate CPUs " + wanted, new DesignEdit.Isolate(Optional.of(wanted))));
  }
}
