package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.DedicatedCpus;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.Observation;
import org.numascape.topology.Setting;

/// What rules on the host's settings have in common.
interface HostSays {

  /// How the host is set.
  static HostSettings settings(Analysis facts) {
    return facts.host().facts().settings();
  }

  /// ` (/proc/sys/vm/swappiness)`, where the value was read.
  static String where(Analysis facts, Setting setting) {
    return settings(facts)
        .observed(setting)
        .map(Observation::where)
        .map(file -> " (" + file + ")")
        .orElse("");
  }

  /// The whole host, to be lit up.
  static Item host(Analysis facts) {
    return new Item.OnHost(facts.host().machine().id());
  }

  /// CPUs, to be lit up.
  static List<Item> cpus(Analysis facts, CpuSet cpus) {
    return cpus.stream()
        .boxed()
        .flatMap(cpu -> facts.host().pu(cpu).stream())
        .map(pu -> (Item) new Item.OnHost(pu.id()))
        .toList();
  }

  /// `db` or `db and rt` or `4 guests`.
  static String guests(Analysis facts, List<DomainId> ids) {
    return ids.size() > 2 ? ids.size() + " guests" : Words.names(facts, ids);
  }

  /// The guests with CPUs of their own, as one stream where there are any.
  static Stream<DedicatedCpus> dedicated(Analysis facts) {
    var dedicated = facts.dedicated();
    return dedicated.isEmpty() ? Stream.empty() : Stream.of(dedicated);
  }
}
