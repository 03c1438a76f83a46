package org.numascape.format.sysfs;

import java.util.List;

/// Where the settings of a host are, and the commands that show them.
interface SettingFiles {

  String CPU = "sys/devices/system/cpu";
  String NODE = "sys/devices/system/node";

  String KERNEL = "proc/sys/kernel/osrelease";
  String COMMAND_LINE = "proc/cmdline";
  String ONLINE = CPU + "/online";
  String ISOLATED = CPU + "/isolated";
  String NOHZ_FULL = CPU + "/nohz_full";
  String NUMA_BALANCING = "proc/sys/kernel/numa_balancing";
  String TRANSPARENT_PAGES = "sys/kernel/mm/transparent_hugepage/enabled";
  String KSM_RUN = "sys/kernel/mm/ksm/run";
  String KSM_ACROSS = "sys/kernel/mm/ksm/merge_across_nodes";
  String SWAPPINESS = "proc/sys/vm/swappiness";
  String ZONE_RECLAIM = "proc/sys/vm/zone_reclaim_mode";
  String REAL_TIME = "proc/sys/kernel/sched_rt_runtime_us";
  String SMT = CPU + "/smt/active";
  String LEAKS = CPU + "/vulnerabilities";
  String IRQ_AFFINITY = "proc/irq/default_smp_affinity";
  String INTERRUPTS = "proc/irq";
  String PCI = "sys/bus/pci/devices";

  /// Beside a device: its interrupts that are messages, a file each.
  String MESSAGES = "msi_irqs";

  /// Beside an interrupt: the CPUs it goes to, and those it may go to where the kernel does not
  /// tell the former (before 4.15).
  List<String> GOES_TO = List.of("effective_affinity_list", "smp_affinity_list");

  /// Beside an interrupt in what [SettingsScript] prints: whose it is. No kernel has that file.
  String WHOSE = "device";

  String TUNED = "etc/tuned";
  String TUNED_PROFILE = TUNED + "/active_profile";
  String IOMMU_GROUPS = "sys/kernel/iommu_groups";
  String CGROUP_2 = "sys/fs/cgroup/cgroup.controllers";
  String CGROUP = "sys/fs/cgroup";
  String EFFECTIVE = "cpuset.cpus.effective";

  /// irqbalance's settings with Debian's and with Red Hat's name.
  List<String> IRQBALANCE = List.of("etc/default/irqbalance", "etc/sysconfig/irqbalance");

  List<String> SLICES = List.of("machine.slice", "system.slice", "user.slice");

  /// Files of one value, in the order they are shown.
  List<String> SINGLE =
      List.of(
          KERNEL,
          ONLINE,
          ISOLATED,
          NOHZ_FULL,
          NUMA_BALANCING,
          TRANSPARENT_PAGES,
          KSM_RUN,
          KSM_ACROSS,
          SWAPPINESS,
          ZONE_RECLAIM,
          REAL_TIME,
          SMT,
          IRQ_AFFINITY,
          TUNED_PROFILE,
          CGROUP_2);

  /// Files of which there may be several, or none.
  List<String> SEVERAL =
      List.of(
          CPU + "/cpu*/cpufreq/scaling_governor",
          CPU + "/cpu*/cpuidle/state*/name",
          CPU + "/cpu*/cpuidle/state*/latency",
          CPU + "/cpu*/cpuidle/state*/disable",
          LEAKS + "/*",
          TUNED + "/*-variables.conf",
          CGROUP + "/machine.slice/" + EFFECTIVE,
          CGROUP + "/system.slice/" + EFFECTIVE,
          CGROUP + "/user.slice/" + EFFECTIVE,
          NODE + "/node*/hugepages/hugepages-*/nr_hugepages",
          NODE + "/node*/hugepages/hugepages-*/free_hugepages",
          NODE + "/node*/hugepages/hugepages-*/surplus_hugepages",
          NODE + "/node*/numastat",
          INTERRUPTS + "/*/" + GOES_TO.getFirst());

  /// Folders and files with lines of sysctl, the weakest first.
  List<String> SYSCTL =
      List.of("usr/lib/sysctl.d", "run/sysctl.d", "etc/sysctl.d", "etc/sysctl.conf");

  /// What of sysctl matters.
  List<String> SYSCTL_KEYS =
      List.of(
          "kernel.numa_balancing",
          "kernel.sched_rt_runtime_us",
          "vm.nr_hugepages",
          "vm.swappiness",
          "vm.zone_reclaim_mode");

  /// Services whose running matters.
  List<String> SERVICES = List.of("irqbalance", "ksmtuned", "numad", "tuned");

  /// The first thread of the kernel: whoever sees it sees the processes of the whole host, and not
  /// those of a container.
  String KERNEL_THREAD = "kthreadd";

  /// Where versions are told in what [SettingsScript] prints.
  String VERSION = "version";
}
