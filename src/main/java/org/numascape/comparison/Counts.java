package org.numascape.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;

/// How many of each kind a host is made of. Instruction caches, bridges and what somebody attached
/// are not counted: whether a source tells them says nothing about the host.
final class Counts implements Aspect {

  private static final Map<ObjectKind, String> COUNTED = counted();

  private static Map<ObjectKind, String> counted() {
    var words = new LinkedHashMap<ObjectKind, String>();
    words.put(ObjectKind.NUMA_NODE, "NUMA nodes");
    words.put(ObjectKind.PU, "CPUs");
    words.put(ObjectKind.CORE, "cores");
    words.put(ObjectKind.PACKAGE, "packages");
    words.put(ObjectKind.DIE, "dies");
    words.put(ObjectKind.GROUP, "groups");
    words.put(ObjectKind.MEMORY_CACHE, "memory-side caches");
    words.put(ObjectKind.L5_CACHE, "L5 caches");
    words.put(ObjectKind.L4_CACHE, "L4 caches");
    words.put(ObjectKind.L3_CACHE, "L3 caches");
    words.put(ObjectKind.L2_CACHE, "L2 caches");
    words.put(ObjectKind.L1_CACHE, "L1 caches");
    words.put(ObjectKind.PCI_DEVICE, "PCI devices");
    return words;
  }

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    var old = counts(before);
    var now = counts(after);
    return COUNTED.entrySet().stream()
        .filter(kind -> count(old, kind.getKey()) != count(now, kind.getKey()))
        .map(kind ->
            new Difference(
                Topic.COUNTS,
                weight(kind.getKey()),
                kind.getValue(),
                words(count(old, kind.getKey())),
                words(count(now, kind.getKey())),
                List.of(),
                List.of()));
  }

  private static Weight weight(ObjectKind kind) {
    return switch (kind) {
      case NUMA_NODE, PU, CORE -> Weight.DECISIVE;
      case PACKAGE, L3_CACHE, MEMORY_CACHE -> Weight.NOTABLE;
      default -> Weight.MINOR;
    };
  }

  private static Map<ObjectKind, Integer> counts(HostTopology host) {
    var counts = new LinkedHashMap<ObjectKind, Integer>();
    host.objects().forEach(object -> counts.merge(object.id().kind(), 1, Integer::sum));
    return counts;
  }

  private static int count(Map<ObjectKind, Integer> counts, ObjectKind kind) {
    return counts.getOrDefault(kind, 0);
  }

  private static String words(int count) {
    return count == 0 ? Difference.NONE : Words.count(count);
  }
}
