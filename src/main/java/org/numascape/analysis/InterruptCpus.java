package org.numascape.analysis;

import java.util.Optional;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Setting;

/// Where irqbalance may put interrupts.
///
/// Source: irqbalance(1), `IRQBALANCE_BANNED_CPULIST`: without it CPUs of `isolcpus` and
/// `nohz_full` are banned, and it takes their place where it is there, were it empty.
public interface InterruptCpus {

  /// The variable that lists CPUs to keep interrupts off.
  String BANNED_LIST = "IRQBALANCE_BANNED_CPULIST";

  /// Whether irqbalance runs; empty where that is not known.
  static Optional<Boolean> balanced(HostSettings settings) {
    return settings.knows(Setting.SERVICES)
        ? Optional.of(settings.byName(Setting.SERVICES).containsKey("irqbalance"))
        : Optional.empty();
  }

  /// CPUs (OS indexes) irqbalance keeps off; empty where what decides it is not known.
  static Optional<CpuSet> banned(HostSettings settings) {
    if (!settings.knows(Setting.IRQBALANCE)) {
      return Optional.empty();
    }
    if (settings.named(Setting.IRQBALANCE, BANNED_LIST).isPresent()) {
      return settings.cpus(Setting.IRQBALANCE, BANNED_LIST);
    }
    if (!settings.knows(Setting.ISOLATED) || !settings.knows(Setting.NOHZ_FULL)) {
      return Optional.empty();
    }
    return Optional.of(
        settings
            .cpus(Setting.ISOLATED)
            .orElse(CpuSet.EMPTY)
            .or(settings.cpus(Setting.NOHZ_FULL).orElse(CpuSet.EMPTY)));
  }

  /// CPUs irqbalance may use; empty where what decides it is not known.
  static Optional<CpuSet> open(HostTopology host) {
    return banned(host.facts().settings()).map(banned -> host.usableCpus().minus(banned));
  }
}
