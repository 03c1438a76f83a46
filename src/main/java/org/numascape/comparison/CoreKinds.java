package org.numascape.comparison;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// Of which kind of core a CPU is, where a host has several.
final class CoreKinds implements Aspect {

  private record Change(String then, String now) {}

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    Map<Change, BitSet> changes = new LinkedHashMap<>();
    Words.common(before, after).stream()
        .forEach(cpu -> {
          var change = new Change(kind(before, cpu), kind(after, cpu));
          if (!change.then().equals(change.now())) {
            changes.computeIfAbsent(change, key -> new BitSet()).set(cpu);
          }
        });
    return changes.entrySet().stream()
        .map(entry -> {
          var cpus = new CpuSet(entry.getValue());
          return new Difference(
              Topic.CPUS,
              Weight.NOTABLE,
              "kind of core of " + Words.cpus(cpus),
              entry.getKey().then(),
              entry.getKey().now(),
              Words.pus(before, cpus),
              Words.pus(after, cpus));
        });
  }

  private static String kind(HostTopology host, int cpu) {
    var rank = host.facts().cpuKind(cpu);
    return rank.isEmpty()
        ? "not told"
        : host.facts().cpuKinds().get(rank.getAsInt()).coreType().orElse("kind " + rank.getAsInt());
  }
}
