package org.numascape.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// How changes are said.
interface Words {

  /// More single vCPUs than this are counted, not listed.
  int LISTED = 16;

  /// `CPU 3`, `CPUs 0-1,32`
  static String cpus(CpuSet cpus) {
    return (cpus.size() == 1 ? "CPU " : "CPUs ") + cpus;
  }

  /// `node 1`, `nodes 0-1`
  static String nodes(NodeSet nodes) {
    return (nodes.size() == 1 ? "node " : "nodes ") + nodes;
  }

  /// `vCPU 3`, `vCPUs 0-5`
  static String vcpus(CpuSet vcpus) {
    return (vcpus.size() == 1 ? "vCPU " : "vCPUs ") + vcpus;
  }

  /// `16,384`
  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// CPUs, or that any will do.
  static String target(Optional<CpuSet> cpus) {
    return cpus.map(Words::cpus).orElse("any CPU");
  }

  /// Where vCPUs go. Those with one CPU each are told in one go, `vCPUs 0-2 → CPUs 13,45,14`;
  /// others by target.
  static List<String> moved(SortedMap<Integer, Optional<CpuSet>> targets) {
    var lines = new ArrayList<String>();
    boolean singles =
        targets.size() > 1
            && targets.values().stream().allMatch(t -> t.filter(c -> c.size() == 1).isPresent());
    boolean together = targets.values().stream().distinct().count() == 1;
    if (singles && !together) {
      if (targets.size() > LISTED) {
        return List.of(targets.size() + " vCPU pins");
      }
      String list =
          targets.values().stream()
              .map(t -> t.map(CpuSet::toString).orElse(""))
              .collect(Collectors.joining(","));
      return List.of(vcpus(CpuSet.of(targets.keySet())) + " → CPUs " + list);
    }
    Map<Optional<CpuSet>, List<Integer>> byTarget = new LinkedHashMap<>();
    targets.forEach((vcpu, to) -> byTarget.computeIfAbsent(to, _ -> new ArrayList<>()).add(vcpu));
    if (byTarget.size() > LISTED) {
      return List.of(targets.size() + " vCPU pins");
    }
    byTarget.forEach((to, ids) -> lines.add(vcpus(CpuSet.of(ids)) + " → " + target(to)));
    return lines;
  }
}
