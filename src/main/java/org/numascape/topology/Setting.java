package org.numascape.topology;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that is set in a host's kernel or services and bears on what guests get from it.
///
/// Source: kernel `Documentation/admin-guide/sysctl`, `Documentation/ABI`, irqbalance(1),
/// tuned-main.conf(5).
public enum Setting {
  /// The kernel's release, `6.1.0-18-amd64`.
  KERNEL("kernel release"),
  /// The kernel parameters that matter here, as on the boot loader's line, parted by spaces.
  BOOT_PARAMETERS("kernel parameters"),
  /// CPUs that are switched on.
  ONLINE_CPUS("CPUs switched on"),
  /// CPUs the scheduler does not balance over (`isolcpus`, isolated partitions).
  ISOLATED("isolated CPUs"),
  /// CPUs without a clock tick while one task runs.
  NOHZ_FULL("CPUs without ticks"),
  /// Whether the kernel moves pages after threads: 0 no, 1 yes, 2 between tiers of memory.
  NUMA_BALANCING("automatic NUMA balancing"),
  /// Frequency governors, each with its CPUs.
  GOVERNOR("frequency governor"),
  /// The deepest idle state that is not switched off and its exit latency, each with its CPUs.
  IDLE_STATE("deepest idle state"),
  /// When the kernel makes huge pages by itself: `always`, `madvise`, `never`.
  TRANSPARENT_PAGES("transparent huge pages"),
  /// Whether equal pages are merged: 0 no, 1 yes, 2 no and unmerged.
  KSM("merging of equal pages"),
  /// Whether pages of different nodes are merged.
  KSM_ACROSS_NODES("merging across nodes"),
  /// How gladly memory is swapped out.
  SWAPPINESS("swappiness"),
  /// Whether a full node gives up its cache before other nodes are asked.
  ZONE_RECLAIM("zone reclaim"),
  /// Microseconds of each second that real-time threads may run; -1 for all.
  REAL_TIME_RUNTIME("time for real-time threads"),
  /// Whether threads of cores are on: 1 or 0.
  SMT("simultaneous threads"),
  /// Leaks of the CPU by their kernel names, with what is done against them.
  LEAKS("CPU leaks"),
  /// The services that run and matter here: irqbalance, ksmtuned, numad, tuned.
  SERVICES("running services"),
  /// What irqbalance is told: `IRQBALANCE_BANNED_CPULIST` and its like.
  IRQBALANCE("irqbalance's settings"),
  /// CPUs that take a new device's interrupts.
  IRQ_AFFINITY("CPUs for new interrupts"),
  /// CPUs that take the interrupts of a PCI device, by its address: `0000:81:00.0`.
  DEVICE_INTERRUPTS("CPUs for interrupts of devices"),
  /// tuned's profile.
  TUNED_PROFILE("tuned's profile"),
  /// Variables of tuned's profiles: `realtime-virtual-host isolated_cores`.
  TUNED_VARIABLES("variables of tuned"),
  /// The version of control groups: 1 or 2.
  CGROUP("version of control groups"),
  /// CPUs left to control groups: `machine.slice`, `system.slice`, `user.slice`.
  SLICES("CPUs of control groups"),
  /// Huge pages by node and size: `0 2048 total`, `0 2048 free`, `0 2048 surplus`.
  HUGE_PAGES("huge pages"),
  /// Allocations by node: `0 numa_miss`, `0 numa_foreign`.
  NODE_COUNTERS("allocation counters"),
  /// How many groups of devices the IOMMU parts; 0 where it is off.
  IOMMU_GROUPS("groups of the IOMMU"),
  /// What sysctl sets at every boot: `kernel.numa_balancing`.
  SYSCTL_FILES("sysctl at boot"),
  /// libvirt's version.
  LIBVIRT("libvirt's version"),
  /// QEMU's version.
  QEMU("QEMU's version");

  private static final Map<String, Setting> BY_KEY =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Setting::key, Function.identity()));

  private final String words;

  Setting(String words) {
    this.words = words;
  }

  /// What people call it.
  public String words() {
    return words;
  }

  /// Its name in files: `numa-balancing`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The setting of that name in files.
  public static Optional<Setting> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
