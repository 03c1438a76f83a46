package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;

/// A latency or bandwidth of memory: a row an initiator, a column a node. What a memory-side cache
/// answers has rows of its own.
record AttributeTable(HostTopology host, MemoryAttribute attribute) {

  private record Row(CpuSet initiator, int cacheLevel) {}

  /// The heading and the rows.
  List<String> lines() {
    var values = attribute.values();
    var nodes = new TreeSet<Integer>();
    values.forEach(value -> nodes.add(value.node()));
    var lines = new ArrayList<String>();
    String unit = attribute.unit().isEmpty() ? "" : " (" + attribute.unit() + ")";
    lines.add(
        attribute.name()
            + unit
            + nodes.stream()
                .map(node -> " node " + node)
                .collect(Collectors.joining(",", " to", "")));
    values.stream()
        .map(value -> new Row(value.initiator(), value.cacheLevel()))
        .distinct()
        .forEach(row -> lines.add(row(row, nodes)));
    return lines;
  }

  private String row(Row row, TreeSet<Integer> nodes) {
    String cells =
        nodes.stream()
            .map(node -> String.format(Locale.ROOT, " %8s", value(row, node)))
            .collect(Collectors.joining());
    return "  "
        + from(row.initiator())
        + (row.cacheLevel() == 0 ? "" : ", answered by cache " + row.cacheLevel())
        + ":"
        + cells;
  }

  private String from(CpuSet initiator) {
    if (initiator.isEmpty()) {
      return "any CPU";
    }
    return host.nodes().values().stream()
        .filter(node -> node.cpus().equals(initiator))
        .map(node -> "node " + node.osIndex())
        .findFirst()
        .orElse("CPUs " + initiator);
  }

  private String value(Row row, int node) {
    return attribute.values().stream()
        .filter(value -> value.node() == node)
        .filter(value -> new Row(value.initiator(), value.cacheLevel()).equals(row))
        .map(value -> Long.toString(value.value()))
        .findFirst()
        .orElse("-");
  }
}
