package org.numascape.format.capabilities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.numascape.format.FormatException;
import org.numascape.format.XmlElement;
import org.numascape.topology.CpuSet;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemoryAttribute.Order;

/// `<interconnects>`: the firmware's latencies and bandwidths (ACPI HMAT) between nodes.
///
/// libvirt writes latencies in nanoseconds and bandwidths in KiB a second unless `unit` says
/// otherwise; `cache` is the level of the memory-side cache that answers. Source: libvirt
/// `virNumaInterconnectFormat`.
final class Interconnects {

  private final Map<Integer, CpuSet> nodes;
  private final Map<String, List<MemoryAttribute.Value>> values = new LinkedHashMap<>();

  private Interconnects(Map<Integer, CpuSet> nodes) {
    this.nodes = nodes;
  }

  /// The attributes of memory that a host's element tells; values about nodes it does not list are
  /// left out.
  ///
  /// @param nodes the CPUs of each node there is, by its number
  static List<MemoryAttribute> read(String source, XmlElement host, Map<Integer, CpuSet> nodes)
      throws FormatException {
    var reading = new Interconnects(nodes);
    for (var element : host.path("topology", "interconnects", "latency").toList()) {
      var link = new Value(source, element);
      reading.add("Latency", link, link.number("value"));
    }
    for (var element : host.path("topology", "interconnects", "bandwidth").toList()) {
      var link = new Value(source, element);
      reading.add("Bandwidth", link, link.kib(link.number("value")) >> 10);
    }
    return reading.attributes();
  }

  private void add(String what, Value link, long value) throws FormatException {
    if (value < 0) {
      throw link.wrong(
          "no %s is %d; read the host again."
              .formatted(what.toLowerCase(java.util.Locale.ROOT), value));
    }
    var initiator = nodes.getOrDefault(link.index("initiator"), CpuSet.EMPTY);
    int target = link.index("target");
    int level = link.number("cache", 0);
    if (!initiator.isEmpty() && nodes.containsKey(target)) {
      values
          .computeIfAbsent(access(link) + what, _ -> new ArrayList<>())
          .add(new MemoryAttribute.Value(target, initiator, level, value));
    }
  }

  private static String access(Value link) {
    return switch (link.element().attribute("type").orElse("")) {
      case "read" -> "Read";
      case "write" -> "Write";
      default -> "";
    };
  }

  private List<MemoryAttribute> attributes() {
    return values.entrySet().stream()
        .map(entry ->
            new MemoryAttribute(
                entry.getKey(),
                entry.getKey().endsWith("Latency") ? Order.LOWER_IS_BETTER : Order.HIGHER_IS_BETTER,
                entry.getValue()))
        .toList();
  }
}
