package org.numascape.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The kernel parameters that bear on guests' CPUs and memory, in their order.
///
/// Source: kernel `Documentation/admin-guide/kernel-parameters.txt`.
///
/// @param words each as on the boot loader's line: `nohz_full=2-7`
public record KernelParameters(List<String> words) {

  /// The names of those that matter; others, which may tell of disks and networks, are not kept.
  public static final List<String> NAMES =
      List.of(
          "isolcpus",
          "nohz_full",
          "rcu_nocbs",
          "rcu_nocb_poll",
          "irqaffinity",
          "nosmt",
          "mitigations",
          "l1tf",
          "idle",
          "intel_idle.max_cstate",
          "processor.max_cstate",
          "cpuidle.off",
          "intel_pstate",
          "amd_pstate",
          "cpufreq.default_governor",
          "numa_balancing",
          "transparent_hugepage",
          "default_hugepagesz",
          "hugepagesz",
          "hugepages",
          "intel_iommu",
          "amd_iommu",
          "iommu",
          "skew_tick",
          "nosoftlockup",
          "nohz",
          "kthread_cpus",
          "maxcpus",
          "nr_cpus");

  /// Words before the list of `isolcpus`.
  private static final Pattern FLAG = Pattern.compile("[a-z_]+");

  /// Copies the list.
  public KernelParameters {
    words = List.copyOf(words);
  }

  /// Those of a boot loader's line that matter.
  public static KernelParameters of(String line) {
    return new KernelParameters(
        Arrays.stream(line.strip().split("\\s+"))
            .filter(word -> NAMES.contains(name(word)))
            .toList());
  }

  private static String name(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }

  /// All on one line.
  public String line() {
    return String.join(" ", words);
  }

  /// The value of the last one of that name, as the kernel takes it; empty text for one without.
  public Optional<String> value(String name) {
    return words.stream()
        .filter(word -> name(word).equals(name))
        .map(word -> word.equals(name) ? "" : word.substring(name.length() + 1))
        .reduce((first, last) -> last);
  }

  /// The CPUs (OS indexes) of the last one of that name; empty where there is none, or one that
  /// names CPUs otherwise than by a list.
  public Optional<CpuSet> cpus(String name) {
    return value(name).map(KernelParameters::list).flatMap(KernelParameters::parsed);
  }

  /// `managed_irq,domain,2-7` is `2-7`.
  private static String list(String value) {
    return String.join(
        ",",
        Arrays.stream(value.split(",", -1)).filter(item -> !FLAG.matcher(item).matches()).toList());
  }

  private static Optional<CpuSet> parsed(String list) {
    try {
      return list.isBlank() ? Optional.empty() : Optional.of(CpuSet.parse(list));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// These without any of those names.
  public KernelParameters without(String... names) {
    var rest = new ArrayList<>(words);
    rest.removeIf(word -> List.of(names).contains(name(word)));
    return new KernelParameters(rest);
  }
}
