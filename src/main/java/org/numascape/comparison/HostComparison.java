package org.numascape.comparison;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.numascape.topology.HostTopology;

/// Compares two hosts. Objects are the same when they mean the same: CPUs and nodes by the kernel's
/// number, devices by PCI address, caches and packages by their CPUs.
///
/// What changes by itself while a host runs (free memory, free pages) is not compared.
public final class HostComparison {

  private static final List<Aspect> ASPECTS =
      List.of(
          new Counts(),
          new NodeCpus(),
          new NodeMemory(),
          new Pools(),
          new Distances(),
          new Attributes(),
          new CpuNumbers(),
          new CpuStates(),
          new Threads(),
          new CoreKinds(),
          new Caches(),
          new Devices(),
          new Names());

  private HostComparison() {}

  /// What differs: topic by topic, the topic with the heaviest difference first, and within a topic
  /// the heaviest first. Empty where the hosts are equal in everything that is compared.
  public static List<Difference> of(HostTopology before, HostTopology after) {
    var found = ASPECTS.stream().flatMap(aspect -> aspect.compare(before, after)).toList();
    Map<Topic, Weight> heaviest = new EnumMap<>(Topic.class);
    for (var difference : found) {
      heaviest.merge(difference.topic(), difference.weight(), (a, b) -> a.compareTo(b) < 0 ? a : b);
    }
    return found.stream()
        .sorted(
            Comparator.comparing(
                    (Difference one) -> heaviest.getOrDefault(one.topic(), Weight.MINOR))
                .thenComparing(Difference::topic)
                .thenComparing(Difference::weight))
        .toList();
  }
}
