package org.numascape.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;

/// A host's counts and facts as one JSON object. `distances` are by OS index of the other node,
/// `free` is `null` where the source does not tell. What else is told follows; see [FactsJson].
interface HostJson {

  /// The object of one host; `source` is what it was asked for by.
  static ObjectNode of(String source, HostTopology host) {
    var counts = HostCounts.of(host);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("source", source)
        .put("name", host.machine().name())
        .put("packages", counts.packages())
        .put("dies", counts.dies())
        .put("numaNodes", counts.numaNodes())
        .put("l3", counts.l3())
        .put("cores", counts.cores())
        .put("pus", counts.pus())
        .put("pciDevices", counts.pciDevices());
    var nodes = json.putArray("nodes");
    for (var node : host.nodes().values()) {
      nodes.add(node(host, node));
    }
    new FactsJson(host).addTo(json);
    return json;
  }

  private static ObjectNode node(HostTopology host, NumaNode node) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", node.osIndex());
    json.put("cpus", node.cpus().toString());
    json.put("memoryKiB", node.memoryKib());
    json.set("freeKiB", number(node.freeKib()));
    var pools = json.putArray("hugepages");
    for (var pool : node.pools()) {
      var entry = pools.addObject().put("sizeKiB", pool.size().kib()).put("total", pool.total());
      entry.set("free", number(pool.free()));
    }
    var distances = json.putObject("distances");
    if (!host.distances().isEmpty()) {
      for (int other : host.nodes().keySet()) {
        host.distances()
            .between(node.osIndex(), other)
            .ifPresent(distance -> distances.put(Integer.toString(other), distance));
      }
    }
    return json;
  }

  private static com.fasterxml.jackson.databind.JsonNode number(java.util.OptionalLong value) {
    return value.isPresent()
        ? JsonNodeFactory.instance.numberNode(value.getAsLong())
        : JsonNodeFactory.instance.nullNode();
  }
}
