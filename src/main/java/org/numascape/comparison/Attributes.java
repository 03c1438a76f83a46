package org.numascape.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemoryAttribute.Value;

/// Bandwidths and latencies that both hosts tell of the same memory seen from the same CPUs.
final class Attributes implements Aspect {

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    var differences = new ArrayList<Difference>();
    for (var then : before.facts().attributes()) {
      for (var now : after.facts().attributes()) {
        if (then.name().equals(now.name())) {
          for (var value : then.values()) {
            same(now, value)
                .filter(other -> other.value() != value.value())
                .ifPresent(other -> differences.add(told(before, after, then, value, other)));
          }
        }
      }
    }
    return differences.stream();
  }

  private static Optional<Value> same(MemoryAttribute attribute, Value wanted) {
    return attribute.values().stream()
        .filter(value ->
            value.node() == wanted.node()
                && value.cacheLevel() == wanted.cacheLevel()
                && value.initiator().equals(wanted.initiator()))
        .findFirst();
  }

  private static Difference told(
      HostTopology before, HostTopology after, MemoryAttribute attribute, Value then, Value now) {
    String from = then.initiator().isEmpty() ? "" : " from " + Words.cpus(then.initiator());
    return new Difference(
        Topic.ATTRIBUTES,
        Weight.NOTABLE,
        attribute.name() + " of node " + then.node() + from,
        words(then.value(), attribute.unit()),
        words(now.value(), attribute.unit()),
        before.node(then.node()).map(node -> List.of(node.id())).orElse(List.of()),
        after.node(now.node()).map(node -> List.of(node.id())).orElse(List.of()));
  }

  private static String words(long value, String unit) {
    return (Words.count(value) + " " + unit).strip();
  }
}
