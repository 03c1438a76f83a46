package org.numascape.analysis;

import java.util.HashMap;
import java.util.Map;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;

/// What the firmware tells (ACPI HMAT) of memory as seen from the CPUs of a node.
interface ToldPairs {

  /// Values of attributes by the node whose CPUs access (OS index), then by the node whose memory
  /// answers, in the attribute's unit; of several names the first that tells a pair.
  static Map<Integer, Map<Integer, Double>> of(HostTopology host, String... names) {
    var found = new HashMap<Integer, Map<Integer, Double>>();
    for (String name : names) {
      host.facts().attributes().stream()
          .filter(attribute -> attribute.name().equals(name))
          .flatMap(attribute -> attribute.values().stream())
          .filter(value -> value.cacheLevel() == 0 && value.value() > 0)
          .forEach(value -> note(host, value, found));
    }
    return Map.copyOf(found);
  }

  /// CPUs of several nodes as initiator tell of each of them.
  private static void note(
      HostTopology host, MemoryAttribute.Value value, Map<Integer, Map<Integer, Double>> found) {
    host.nodesOf(value.initiator()).stream()
        .filter(from -> value.initiator().containsAll(host.cpusOf(from)))
        .forEach(from ->
            found
                .computeIfAbsent(from, node -> new HashMap<>())
                .putIfAbsent(value.node(), (double) value.value()));
  }
}
