package org.numascape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;

/// How fast memory is as the firmware tells it: a column a latency or bandwidth, a row an access.
/// Accesses with the same values share a row.
record AttributeTable(HostTopology host) {

  /// From which CPUs to which node, answered by the memory (0) or a memory-side cache.
  private record Access(CpuSet initiator, int node, int cacheLevel) {}

  /// The headings and the rows; none where nothing is told.
  List<String> lines(int width) {
    var attributes = host.facts().attributes();
    Map<List<String>, List<String>> rows = new LinkedHashMap<>();
    for (var access : accesses(attributes)) {
      var values = attributes.stream().map(attribute -> value(attribute, access)).toList();
      rows.computeIfAbsent(values, _ -> new ArrayList<>()).add(words(access));
    }
    var columns = new ArrayList<TextTable.Column>();
    attributes.forEach(attribute -> columns.add(TextTable.numbers(title(attribute))));
    columns.add(TextTable.words("from node→to node"));
    var cells = new ArrayList<List<String>>();
    rows.forEach((values, accesses) -> {
      var row = new ArrayList<>(values);
      row.add(String.join(", ", accesses));
      cells.add(row);
    });
    return new TextTable(columns, cells).lines(width);
  }

  private static LinkedHashSet<Access> accesses(List<MemoryAttribute> attributes) {
    return attributes.stream()
        .flatMap(attribute -> attribute.values().stream())
        .map(value -> new Access(value.initiator(), value.node(), value.cacheLevel()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// `latency ns`, `read MiB/s`: what is read or written is told by its unit.
  private static String title(MemoryAttribute attribute) {
    String name = attribute.name();
    return switch (name) {
      case "Latency", "Bandwidth" -> name.toLowerCase(Locale.ROOT) + " " + attribute.unit();
      case "ReadLatency", "ReadBandwidth" -> "read " + attribute.unit();
      case "WriteLatency", "WriteBandwidth" -> "write " + attribute.unit();
      default -> name;
    };
  }

  private static String value(MemoryAttribute attribute, Access access) {
    return attribute.values().stream()
        .filter(
            value -> access.equals(new Access(value.initiator(), value.node(), value.cacheLevel())))
        .map(value -> String.format(Locale.ROOT, "%,d", value.value()))
        .findFirst()
        .orElse("");
  }

  /// `0→2`, `any→1`, `CPUs 0-3→0 (cache 1)`
  private String words(Access access) {
    String cache = access.cacheLevel() == 0 ? "" : " (cache " + access.cacheLevel() + ")";
    return Wrapped.tied(from(access.initiator()) + "→" + access.node() + cache);
  }

  private String from(CpuSet initiator) {
    if (initiator.isEmpty()) {
      return "any";
    }
    return host.nodes().values().stream()
        .filter(node -> node.cpus().equals(initiator))
        .map(node -> String.valueOf(node.osIndex()))
        .findFirst()
        .orElse("CPUs " + initiator);
  }
}
