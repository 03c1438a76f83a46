package org.numascape.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import org.numascape.design.Design;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;

/// A host's counts and facts as one JSON object; `docs/show-json.md` is its description.
/// `distances` are by OS index of the other node, `free` is `null` where the source does not tell.
/// What else is told follows; see [FactsJson].
interface HostJson {

  /// The object of one host and its guests; `source` is what it was asked for by.
  static ObjectNode of(String source, Design design) {
    var host = design.host();
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
    var models = json.putArray("cpuModels");
    host.all(CpuPackage.class).stream()
        .map(CpuPackage::model)
        .filter(model -> !model.isBlank())
        .distinct()
        .forEach(models::add);
    var nodes = json.putArray("nodes");
    for (var node : host.nodes().values()) {
      nodes.add(node(host, node));
    }
    new FactsJson(host).addTo(json);
    var guests = json.putArray("guests");
    for (var guest : design.guests()) {
      guests.addObject().put("name", guest.name()).put("state", FactsJson.word(guest.state()));
    }
    return json;
  }

  private static ObjectNode node(HostTopology host, NumaNode node) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", node.osIndex());
    json.put("object", node.id().toString());
    json.put("kind", node.subtype());
    json.put("cpus", node.cpus().toString());
    json.put("memoryKiB", node.memoryKib());
    json.set("freeKiB", number(node.freeKib()));
    var caches = json.putArray("memoryCachesKiB");
    host.ancestors(node).reversed().stream()
        .filter(MemoryCache.class::isInstance)
        .map(MemoryCache.class::cast)
        .forEach(cache -> caches.add(cache.sizeKib()));
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

  private static JsonNode number(OptionalLong value) {
    return value.isPresent()
        ? JsonNodeFactory.instance.numberNode(value.getAsLong())
        : JsonNodeFactory.instance.nullNode();
  }
}
