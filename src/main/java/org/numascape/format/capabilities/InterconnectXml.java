package org.numascape.format.capabilities;

import java.util.OptionalInt;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;

/// Latencies and bandwidths between nodes as libvirt writes them; other attributes, and values
/// whose initiator is no node's CPUs, have no place there. Source: libvirt
/// `virNumaInterconnectFormat`.
interface InterconnectXml {

  /// The lines, none when there is nothing to write.
  static String of(HostTopology host) {
    var lines = new StringBuilder();
    for (var attribute : host.facts().attributes()) {
      for (var value : attribute.values()) {
        var from = initiator(host, value);
        if (from.isPresent() && !attribute.unit().isEmpty()) {
          lines.append(line(attribute, value, from.getAsInt()));
        }
      }
    }
    return lines.isEmpty() ? "" : "      <interconnects>\n" + lines + "      </interconnects>\n";
  }

  private static OptionalInt initiator(HostTopology host, MemoryAttribute.Value value) {
    return host.nodes().values().stream()
        .filter(node -> !value.initiator().isEmpty() && node.cpus().equals(value.initiator()))
        .mapToInt(node -> node.osIndex())
        .findFirst();
  }

  private static String line(MemoryAttribute attribute, MemoryAttribute.Value value, int from) {
    String name = attribute.name();
    boolean latency = name.endsWith("Latency");
    String type = name.startsWith("Read") ? "read" : name.startsWith("Write") ? "write" : "access";
    String cache = value.cacheLevel() == 0 ? "" : " cache='" + value.cacheLevel() + "'";
    return "        <%s initiator='%d' target='%d'%s type='%s' value='%d'%s/>\n"
        .formatted(
            latency ? "latency" : "bandwidth",
            from,
            value.node(),
            cache,
            type,
            latency ? value.value() : value.value() << 10,
            latency ? "" : " unit='KiB'");
  }
}
