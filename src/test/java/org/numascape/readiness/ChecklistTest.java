package org.numascape.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DesignEdit;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.PageSize;
import org.numascape.topology.Setting;

final class ChecklistTest {

  private static Guests dedicated() {
    return Guests.domain("db").vcpus(4).pinnedTo("2,34,3,35").memoryGib(2).strict("0");
  }

  private static Guests realTime() {
    return Guests.domain("rt").vcpus(2).pinnedTo("9,41").memoryGib(1).strict("1").fifo();
  }

  private static Step step(Design design, Topic topic) {
    return Checklist.of(Analysis.of(design)).steps().stream()
        .filter(step -> step.topic() == topic)
        .findFirst()
        .orElseThrow();
  }

  private static Step step(HostTopology host, Topic topic, Guests... guests) {
    return step(Designs.of(host, guests), topic);
  }

  private static Way way(Step step, String start) {
    return step.ways().stream()
        .filter(way -> way.title().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatNobodyReadIsUnknownAndNeverDone() {
    var checklist =
        Checklist.of(Analysis.of(Designs.of(Hosts.fourNodes(), dedicated(), realTime())));

    assertThat(checklist.steps()).extracting(Step::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(
            checklist.steps().stream()
                .filter(step ->
                    EnumSet.range(Topic.GOVERNOR, Topic.IDLE_STATES).contains(step.topic())))
        .allMatch(step -> step.state() == StepState.UNKNOWN);
  }

  @Test
  void aHostThatIsSetIsDone() {
    var host =
        Told.on(Hosts.fourNodes())
            .byCpu(Setting.GOVERNOR, "performance=0-63")
            .value(Setting.NUMA_BALANCING, "0")
            .byName(Setting.SYSCTL_FILES, "kernel.numa_balancing=0")
            .value(Setting.ISOLATED, "2-3,9,34-35,41")
            .value(Setting.NOHZ_FULL, "")
            .byName(Setting.SERVICES, "irqbalance=")
            .byName(Setting.IRQBALANCE, "IRQBALANCE_BANNED_CPULIST=2-3,9,34-35,41")
            .byCpu(Setting.IDLE_STATE, "C1E, 10 µs=0-63")
            .host();

    var checklist = Checklist.of(Analysis.of(Designs.of(host, dedicated(), realTime())));

    assertThat(
            checklist.steps().stream()
                .filter(
                    step -> EnumSet.range(Topic.GOVERNOR, Topic.PLACEMENT).contains(step.topic())))
        .allMatch(step -> step.state() == StepState.DONE);
    assertThat(checklist.script()).isEmpty();
  }

  @Test
  void aDesignWithoutGuestsNeedsNothing() {
    assertThat(Checklist.of(Analysis.of(Designs.of(Hosts.fourNodes()))).steps())
        .filteredOn(step -> step.topic() != Topic.NUMA_BALANCING)
        .allMatch(step -> step.state() == StepState.NOT_NEEDED);
  }

  @Test
  void hugePagesAreSetByNodeAndSetBack() {
    var step =
        step(
            Hosts.fourNodes(),
            Topic.HUGE_PAGES,
            Guests.domain("a").memoryGib(30).hugePages(PageSize.TWO_MIB).strict("2"));

    assertThat(step.state()).isEqualTo(StepState.OPEN);
    assertThat(way(step, "Now").commands())
        .startsWith(
            "echo 15360 > /sys/devices/system/node/node2/hugepages/hugepages-2048kB/nr_hugepages\n");
    assertThat(way(step, "Now").undo())
        .isEqualTo(
            "echo 12288 > /sys/devices/system/node/node2/hugepages/hugepages-2048kB/nr_hugepages\n");
    assertThat(way(step, "At every boot: kernel").commands())
        .contains("--args=\"hugepagesz=2M hugepages=2:15360\"");
    assertThat(way(step, "At every boot: systemd").commands())
        .contains("Before=libvirtd.service", "systemctl enable --now numascape-hugepages.service");
    assertThat(way(step, "At every boot: systemd").undo())
        .contains("rm -f /etc/systemd/system/numascape-hugepages.service", "echo 12288 > ");
  }

  @Test
  void poolsReadWithTheSettingsCountBeforeThoseReadEarlier() {
    var host = Told.on(Hosts.fourNodes()).byName(Setting.HUGE_PAGES, "2 2048 total=16000").host();

    assertThat(
            step(
                    host,
                    Topic.HUGE_PAGES,
                    Guests.domain("a").memoryGib(30).hugePages(PageSize.TWO_MIB).strict("2"))
                .state())
        .isEqualTo(StepState.DONE);
  }

  @Test
  void theGovernorIsSetOnTheGuestsCoresAndEachSetBackAsItWas() {
    var host =
        Told.on(Hosts.fourNodes())
            .byCpu(Setting.GOVERNOR, "powersave=0-2,4-63", "schedutil=3")
            .host();
    var step = step(host, Topic.GOVERNOR, dedicated());

    assertThat(step.found()).isEqualTo("The governor is powersave or schedutil on CPUs 2-3,34-35");
    assertThat(way(step, "Now").commands())
        .isEqualTo(
            "for c in 2 3 34 35; do echo performance >"
                + " /sys/devices/system/cpu/cpu$c/cpufreq/scaling_governor; done\n");
    assertThat(way(step, "Now").undo())
        .contains("for c in 2 34 35; do echo powersave")
        .contains("for c in 3; do echo schedutil");
  }

  @Test
  void aShellsVariableIsDoubledForSystemd() {
    var host = Told.on(Hosts.fourNodes()).byCpu(Setting.GOVERNOR, "powersave=0-63").host();

    assertThat(way(step(host, Topic.GOVERNOR, dedicated()), "At every boot").commands())
        .contains("/cpu$$c/cpufreq")
        .doesNotContain("/cpu$c/");
  }

  @Test
  void balancingThatIsOffOnlyUntilTheNextBootIsDoneInPart() {
    var host =
        Told.on(Hosts.fourNodes())
            .value(Setting.NUMA_BALANCING, "0")
            .byName(Setting.SYSCTL_FILES)
            .host();

    assertThat(step(host, Topic.NUMA_BALANCING, dedicated()).state()).isEqualTo(StepState.PART);
  }

  @Test
  void balancingIsSetBackToWhatItWas() {
    var host = Told.on(Hosts.fourNodes()).value(Setting.NUMA_BALANCING, "1").host();
    var step = step(host, Topic.NUMA_BALANCING, dedicated());

    assertThat(step.state()).isEqualTo(StepState.OPEN);
    assertThat(way(step, "Now").commands()).isEqualTo("sysctl -w kernel.numa_balancing=0\n");
    assertThat(way(step, "Now").undo()).isEqualTo("sysctl -w kernel.numa_balancing=1\n");
    assertThat(way(step, "At every boot").undo())
        .startsWith("rm -f /etc/sysctl.d/90-numascape.conf");
  }

  @Test
  void theHostKeepsAwayFromDedicatedCoresInWaysThatCanBeTakenBack() {
    var host =
        Told.on(Hosts.fourNodes())
            .value(Setting.ISOLATED, "")
            .absent(Setting.NOHZ_FULL, Setting.SLICES)
            .byName(Setting.SERVICES, "irqbalance=")
            .byName(Setting.IRQBALANCE)
            .host();
    var step = step(host, Topic.ISOLATION, dedicated());

    assertThat(step.state()).isEqualTo(StepState.OPEN);
    assertThat(way(step, "Now, reversible").commands())
        .contains("systemctl set-property --runtime system.slice AllowedCPUs=0-1,4-33,36-63\n");
    assertThat(way(step, "Now, reversible").undo())
        .contains("systemctl set-property --runtime system.slice AllowedCPUs=0-63\n");
    assertThat(way(step, "At every boot: irqbalance").commands())
        .contains("IRQBALANCE_BANNED_CPULIST=2-3,34-35");
    assertThat(step.ways())
        .as("isolcpus is for real-time guests")
        .noneMatch(way -> way.kind() == Way.Kind.BOOT_LINE);
  }

  @Test
  void slicesThatKeepOffAreIsolationToo() {
    var host =
        Told.on(Hosts.fourNodes())
            .value(Setting.ISOLATED, "")
            .absent(Setting.NOHZ_FULL)
            .byName(
                Setting.SLICES,
                "machine.slice=0-63",
                "system.slice=0-1,4-33,36-63",
                "user.slice=0-1,4-33,36-63")
            .byName(Setting.SERVICES)
            .value(Setting.IRQ_AFFINITY, "0-1")
            .host();

    assertThat(step(host, Topic.ISOLATION, dedicated()).state()).isEqualTo(StepState.DONE);
  }

  @Test
  void theBootCpuAndACoreOfEachNodeStayWithTheHost() {
    var all = Guests.domain("all").vcpus(64).allPinnedOneToOne("0-63");
    var plan = step(Hosts.fourNodes(), Topic.ISOLATION, all).edits().getFirst().edit();

    assertThat(plan)
        .isEqualTo(
            new DesignEdit.Isolate(
                Optional.of(CpuSet.parse("1-7,9-15,17-23,25-31,33-39,41-47,49-55,57-63"))));
  }

  @Test
  void realTimeGuestsGetKernelParametersForTheirCoresOnly() {
    var step =
        step(
            Told.on(Hosts.fourNodes()).value(Setting.ISOLATED, "").host(),
            Topic.ISOLATION,
            dedicated(),
            realTime());

    assertThat(way(step, "At every boot: kernel").commands())
        .contains(
            "isolcpus=managed_irq,domain,9,41 nohz_full=9,41 rcu_nocbs=9,41"
                + " irqaffinity=0-8,10-40,42-63");
  }

  @Test
  void deepSleepIsAMatterOfRealTimeGuests() {
    var host =
        Told.on(Hosts.fourNodes())
            .value(Setting.BOOT_PARAMETERS, "")
            .byCpu(Setting.IDLE_STATE, "C6, 133 µs=0-63")
            .host();

    assertThat(step(host, Topic.IDLE_STATES, dedicated()).state()).isEqualTo(StepState.NOT_NEEDED);
    assertThat(step(host, Topic.IDLE_STATES, realTime()).state()).isEqualTo(StepState.OPEN);
  }

  @Test
  void pollingIsNotAWayToStayAwake() {
    var host = Told.on(Hosts.fourNodes()).value(Setting.BOOT_PARAMETERS, "idle=poll").host();

    assertThat(step(host, Topic.IDLE_STATES, dedicated()).found()).contains("idle=poll");
    assertThat(step(host, Topic.IDLE_STATES, realTime()).ways())
        .noneMatch(way -> way.commands().contains("idle=poll"));
  }

  @Test
  void whatDefinitionsLackTheDesignDoesItself() {
    var design = Designs.of(Hosts.fourNodes(), dedicated());
    for (var topic : new Topic[] {Topic.CPU_MODE, Topic.CACHES}) {
      var step = step(design, topic);
      assertThat(step.state()).isEqualTo(StepState.OPEN);

      var changed = step.edits().getFirst().edit().applyTo(design);

      assertThat(step(changed, topic).state()).isEqualTo(StepState.PART);
      assertThat(step(changed, topic).found())
          .isEqualTo("Planned, and not applied yet: Review & apply");
    }
  }

  @Test
  void guestsAsTheyShallBeAreDone() {
    var guest =
        dedicated()
            .with(domain ->
                domain.withCpu(
                    domain
                        .cpu()
                        .withMode(Optional.of(CpuMode.HOST_PASSTHROUGH), Optional.empty())
                        .withCache(Optional.of(CpuCache.PASSTHROUGH))));

    for (var topic : EnumSet.range(Topic.PLACEMENT, Topic.CACHES)) {
      assertThat(step(Hosts.fourNodes(), topic, guest).state()).isEqualTo(StepState.DONE);
    }
    assertThat(step(Hosts.fourNodes(), Topic.PLACEMENT, Guests.domain("b")).points())
        .singleElement()
        .extracting(Point::found)
        .isEqualTo("some vCPUs float, and its memory is bound nowhere");
  }

  @Test
  void everyWayIsSoundShell(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell here");
    var host =
        Told.on(Hosts.fourNodes())
            .byCpu(Setting.GOVERNOR, "powersave=0-63")
            .byCpu(Setting.IDLE_STATE, "C6, 133 µs=0-63")
            .value(Setting.NUMA_BALANCING, "1")
            .host();
    var hugeGuest = Guests.domain("it's odd").memoryGib(4).hugePages(PageSize.ONE_GIB).strict("1");
    var checklist = Checklist.of(Analysis.of(Designs.of(host, dedicated(), realTime(), hugeGuest)));

    for (var step : checklist.steps()) {
      for (var way : step.ways()) {
        assertThat(shell(folder, "-n", way.commands())).as(way.commands()).isEmpty();
        assertThat(shell(folder, "-n", way.undo())).as(way.undo()).isEmpty();
      }
    }
  }

  @Test
  void doingAndUndoingLeavesTheHostAsItWas(@TempDir Path root)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell here");
    var told = Told.on(Hosts.fourNodes());
    for (int cpu : new int[] {9, 41}) {
      write(root, "sys/devices/system/cpu/cpu" + cpu + "/cpufreq/scaling_governor", "schedutil");
      write(root, "sys/devices/system/cpu/cpu" + cpu + "/cpuidle/state1/name", "C1");
      write(root, "sys/devices/system/cpu/cpu" + cpu + "/cpuidle/state1/disable", "0");
      write(root, "sys/devices/system/cpu/cpu" + cpu + "/cpuidle/state2/name", "C6");
      write(root, "sys/devices/system/cpu/cpu" + cpu + "/cpuidle/state2/disable", "0");
    }
    var host =
        told.byCpu(Setting.GOVERNOR, "schedutil=0-63")
            .byCpu(Setting.IDLE_STATE, "C6, 133 µs=0-63")
            .host();
    var governor = way(step(host, Topic.GOVERNOR, realTime()), "Now");
    var idle = way(step(host, Topic.IDLE_STATES, realTime()), "Now");

    run(root, governor.commands() + idle.commands());

    assertThat(read(root, "sys/devices/system/cpu/cpu41/cpufreq/scaling_governor"))
        .isEqualTo("performance");
    assertThat(read(root, "sys/devices/system/cpu/cpu9/cpuidle/state1/disable")).isEqualTo("0");
    assertThat(read(root, "sys/devices/system/cpu/cpu9/cpuidle/state2/disable")).isEqualTo("1");

    run(root, governor.undo() + idle.undo());

    assertThat(read(root, "sys/devices/system/cpu/cpu41/cpufreq/scaling_governor"))
        .isEqualTo("schedutil");
    assertThat(read(root, "sys/devices/system/cpu/cpu9/cpuidle/state2/disable")).isEqualTo("0");
  }

  private static void run(Path root, String script) throws IOException, InterruptedException {
    assertThat(shell(root, "-e", script.replace("/sys/", root + "/sys/"))).isEmpty();
  }

  private static void write(Path root, String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text + "\n");
  }

  private static String read(Path root, String file) throws IOException {
    return Files.readString(root.resolve(file)).strip();
  }

  private static String shell(Path folder, String option, String script)
      throws IOException, InterruptedException {
    var shell =
        new ProcessBuilder("/bin/sh", option)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (var in = shell.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return shell.waitFor() == 0 ? said : "failed: " + said;
  }
}
