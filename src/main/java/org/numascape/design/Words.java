package org.numascape.design;

import java.util.Locale;
import org.numascape.topology.CpuSet;
import org.numascape.topology.MemorySize;

/// Phrases that labels of edits share.
interface Words {

  /// `1 vCPU`, `4 vCPUs`, `1,024 pages`
  static String count(long count, String what) {
    return String.format(Locale.ROOT, "%,d ", count) + what + (count == 1 ? "" : "s");
  }

  /// `CPU 3`, `CPUs 2-5`
  static String cpus(CpuSet cpus) {
    return (cpus.size() == 1 ? "CPU " : "CPUs ") + cpus;
  }

  /// `vCPU 3`, `vCPUs 2-5`
  static String vcpus(CpuSet vcpus) {
    return (vcpus.size() == 1 ? "vCPU " : "vCPUs ") + vcpus;
  }

  /// `16 GiB`
  static String size(long kib) {
    return MemorySize.ofKib(kib).toString();
  }
}
