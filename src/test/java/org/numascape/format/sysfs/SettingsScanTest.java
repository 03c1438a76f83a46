package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.Observation;
import org.numascape.topology.Setting;

final class SettingsScanTest {

  private static final String PRINTED =
      """
      root@kvm:~# sh <<'END'
      == numascape settings 1
      /proc/sys/kernel/osrelease:6.1.0-18-amd64
      /sys/devices/system/cpu/online:0-3
      /sys/devices/system/cpu/isolated:2-3
      /sys/devices/system/cpu/nohz_full:(null)
      /proc/sys/kernel/numa_balancing:1
      /sys/kernel/mm/transparent_hugepage/enabled:always [madvise] never
      grep: /sys/kernel/mm/ksm/run: No such file or directory
      grep: /proc/sys/vm/swappiness: Permission denied
      /proc/irq/default_smp_affinity:00000000,0000000c
      /proc/irq/28/effective_affinity_list:2
      /proc/irq/29/effective_affinity_list:3
      /proc/irq/30/effective_affinity_list:0
      /proc/irq/9/effective_affinity_list:1
      /proc/irq/28/device:0000:81:00.0
      /proc/irq/29/device:0000:81:00.0
      /proc/irq/30/device:0000:17:00.0
      /etc/tuned/active_profile:realtime-virtual-host
      /sys/fs/cgroup/cgroup.controllers:cpuset cpu io memory
      /sys/devices/system/cpu/cpu0/cpufreq/scaling_governor:powersave
      /sys/devices/system/cpu/cpu1/cpufreq/scaling_governor:powersave
      /sys/devices/system/cpu/cpu2/cpufreq/scaling_governor:performance
      /sys/devices/system/cpu/cpu3/cpufreq/scaling_governor:performance
      /sys/devices/system/cpu/cpu2/cpuidle/state0/name:POLL
      /sys/devices/system/cpu/cpu2/cpuidle/state1/name:C1
      /sys/devices/system/cpu/cpu2/cpuidle/state2/name:C6
      /sys/devices/system/cpu/cpu3/cpuidle/state0/name:POLL
      /sys/devices/system/cpu/cpu3/cpuidle/state2/name:C6
      /sys/devices/system/cpu/cpu2/cpuidle/state0/latency:0
      /sys/devices/system/cpu/cpu2/cpuidle/state1/latency:2
      /sys/devices/system/cpu/cpu2/cpuidle/state2/latency:133
      /sys/devices/system/cpu/cpu3/cpuidle/state2/latency:133
      /sys/devices/system/cpu/cpu2/cpuidle/state2/disable:1
      /sys/devices/system/cpu/cpu3/cpuidle/state2/disable:0
      /sys/devices/system/cpu/vulnerabilities/mds:Mitigation: Clear CPU buffers; SMT vulnerable
      /etc/tuned/realtime-virtual-host-variables.conf:# isolated_cores=1
      /etc/tuned/realtime-virtual-host-variables.conf:isolated_cores = 2-3
      /sys/fs/cgroup/machine.slice/cpuset.cpus.effective:0-3
      /sys/devices/system/node/node1/hugepages/hugepages-2048kB/nr_hugepages:512
      /sys/devices/system/node/node1/hugepages/hugepages-2048kB/surplus_hugepages:4
      /sys/devices/system/node/node0/numastat:numa_hit 5
      /sys/devices/system/node/node0/numastat:numa_miss 7
      /etc/sysconfig/irqbalance:IRQBALANCE_BANNED_CPULIST="2-3"
      /etc/sysconfig/irqbalance:#
      /proc/cmdline:
      /proc/cmdline:isolcpus=managed_irq,domain,2-3
      /proc/cmdline:hugepages=512
      /proc/2/comm:kthreadd
      /proc/741/comm:irqbalance
      /proc/802/comm:tuned
      /usr/lib/sysctl.d/50-default.conf:kernel.numa_balancing = 1
      /etc/sysctl.d/99-kvm.conf:-kernel/numa_balancing=0
      /etc/sysctl.conf:#
      /version/libvirt:libvirtd (libvirt) 9.0.0
      /version/qemu:QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7)
      == numascape settings end
      """;

  private static HostSettings read(String text) {
    return SettingsScan.of(PrintedTree.of(text), "test", Optional.empty());
  }

  @Test
  void whatIsPrintedIsReadWithItsPlace() {
    var settings = read(PRINTED);

    assertThat(settings.observed(Setting.NUMA_BALANCING))
        .contains(new Observation.Value("1", "/proc/sys/kernel/numa_balancing"));
    assertThat(settings.text(Setting.TRANSPARENT_PAGES)).contains("madvise");
    assertThat(settings.cpus(Setting.ISOLATED)).contains(CpuSet.parse("2-3"));
    assertThat(settings.cpus(Setting.NOHZ_FULL)).contains(CpuSet.EMPTY);
    assertThat(settings.cpus(Setting.IRQ_AFFINITY)).contains(CpuSet.parse("2-3"));
    assertThat(settings.text(Setting.BOOT_PARAMETERS))
        .contains("isolcpus=managed_irq,domain,2-3 hugepages=512");
    assertThat(settings.text(Setting.TUNED_PROFILE)).contains("realtime-virtual-host");
    assertThat(settings.text(Setting.CGROUP)).contains("2");
    assertThat(settings.text(Setting.LIBVIRT)).contains("9.0.0");
    assertThat(settings.text(Setting.QEMU)).contains("7.2.22");
  }

  @Test
  void whatEachCpuSaysIsPutTogether() {
    var settings = read(PRINTED);

    assertThat(settings.byCpu(Setting.GOVERNOR))
        .containsEntry("powersave", CpuSet.parse("0-1"))
        .containsEntry("performance", CpuSet.parse("2-3"));
    assertThat(settings.byCpu(Setting.IDLE_STATE))
        .as("a state that is switched off does not count")
        .containsEntry("C1, 2 µs", CpuSet.of(2))
        .containsEntry("C6, 133 µs", CpuSet.of(3));
  }

  @Test
  void textsAreKeptByName() {
    var settings = read(PRINTED);

    assertThat(settings.byName(Setting.SERVICES)).containsOnlyKeys("irqbalance", "tuned");
    assertThat(settings.named(Setting.IRQBALANCE, "IRQBALANCE_BANNED_CPULIST")).contains("2-3");
    assertThat(settings.byName(Setting.TUNED_VARIABLES))
        .isEqualTo(Map.of("realtime-virtual-host isolated_cores", "2-3"));
    assertThat(settings.byName(Setting.HUGE_PAGES))
        .isEqualTo(Map.of("1 2048 total", "512", "1 2048 surplus", "4"));
    assertThat(settings.byName(Setting.NODE_COUNTERS)).isEqualTo(Map.of("0 numa_miss", "7"));
    assertThat(settings.named(Setting.SYSCTL_FILES, "kernel.numa_balancing"))
        .as("the last file wins")
        .contains("0");
    assertThat(settings.named(Setting.LEAKS, "mds")).get().asString().endsWith("SMT vulnerable");
  }

  @Test
  void interruptsAreKeptByTheDeviceTheyAreOf() {
    assertThat(read(PRINTED).byName(Setting.DEVICE_INTERRUPTS))
        .isEqualTo(Map.of("0000:81:00.0", "2-3", "0000:17:00.0", "0"));
  }

  @Test
  void aTreeTellsWhoseInterruptsAreWhose(@TempDir Path folder) throws IOException {
    var messages =
        Files.createDirectories(folder.resolve("sys/bus/pci/devices/0000:81:00.0/msi_irqs"));
    var interrupt = Files.createDirectories(folder.resolve("proc/irq/28"));
    var older = Files.createDirectories(folder.resolve("proc/irq/29"));
    Files.writeString(messages.resolve("28"), "msix\n");
    Files.writeString(messages.resolve("29"), "msix\n");
    Files.writeString(interrupt.resolve("smp_affinity_list"), "0-3\n");
    Files.writeString(interrupt.resolve("effective_affinity_list"), "2\n");
    Files.writeString(older.resolve("smp_affinity_list"), "5\n");

    var settings = SettingsScan.of(new FolderTree(folder), "test", Optional.empty());

    assertThat(settings.byName(Setting.DEVICE_INTERRUPTS))
        .as("where interrupts go, else where they may")
        .isEqualTo(Map.of("0000:81:00.0", "2,5"));
  }

  @Test
  void absentRefusedAndNotAskedAreThreeThings() {
    var settings = read(PRINTED);

    assertThat(settings.lacks(Setting.KSM)).isTrue();
    assertThat(settings.knows(Setting.SWAPPINESS)).isFalse();
    assertThat(settings.whyUnknown(Setting.SWAPPINESS))
        .isEqualTo("/proc/sys/vm/swappiness: permission denied");
    assertThat(settings.observed(Setting.SMT)).isEmpty();
    assertThat(settings.whyUnknown(Setting.SMT)).isEqualTo("not among what was read");
  }

  @Test
  void whoSeesOnlyHisOwnProcessesDoesNotSayThatNoServiceRuns() {
    var settings = read(PRINTED.replace("/proc/2/comm:kthreadd", "/proc/2/comm:bash"));

    assertThat(settings.knows(Setting.SERVICES)).isFalse();
    assertThat(settings.observed(Setting.SERVICES)).containsInstanceOf(Observation.Refused.class);
  }

  @Test
  void anArchiveWithoutAFileDoesNotSayThatTheHostHasNone(@TempDir Path folder) throws IOException {
    var cpu = Files.createDirectories(folder.resolve("sys/devices/system/cpu"));
    Files.writeString(cpu.resolve("isolated"), "2-3\n");

    var settings = SettingsScan.of(new FolderTree(folder), "archive", Optional.empty());

    assertThat(settings.cpus(Setting.ISOLATED)).contains(CpuSet.parse("2-3"));
    assertThat(settings.observed(Setting.NUMA_BALANCING)).isEmpty();
    assertThat(settings.observed(Setting.SERVICES)).isEmpty();
  }

  @Test
  void nonsenseInAFileIsNoValue() {
    var settings =
        read("/proc/sys/kernel/numa_balancing:yes\n/sys/devices/system/cpu/isolated:a-b\n");

    assertThat(settings.knows(Setting.NUMA_BALANCING)).isFalse();
    assertThat(settings.knows(Setting.ISOLATED)).isFalse();
  }

  @Test
  void ofTheBootLoadersLineOnlyWhatMattersIsKept() {
    var settings =
        read("/proc/cmdline:root=UUID=0815 ip=10.0.0.1 nohz_full=2-3 luks.key=secret quiet\n");

    assertThat(settings.text(Setting.BOOT_PARAMETERS)).contains("nohz_full=2-3");
  }

  @Test
  void theCommandsTellTheSameAsTheFilesOfThisMachine() throws IOException, InterruptedException {
    assumeTrue(Files.isReadable(Path.of("/proc/cmdline")), "this is no Linux machine");
    var shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
    try (var in = shell.getOutputStream()) {
      in.write(SettingsScript.script().getBytes(StandardCharsets.UTF_8));
    }
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();

    assertThat(PrintedTree.of(printed).whole()).isTrue();
    assertThat(steady(SettingsScan.of(PrintedTree.of(printed), "", Optional.empty())))
        .isEqualTo(steady(SettingsScan.of(new ThisMachine(), "", Optional.empty())));
  }

  /// Without what changes by itself, and what only the commands tell.
  private static Map<Setting, Observation> steady(HostSettings settings) {
    var rest = new EnumMap<Setting, Observation>(Setting.class);
    rest.putAll(settings.observations());
    rest.remove(Setting.HUGE_PAGES);
    rest.remove(Setting.NODE_COUNTERS);
    rest.remove(Setting.LIBVIRT);
    rest.remove(Setting.QEMU);
    return rest;
  }
}
