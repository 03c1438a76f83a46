package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.format.Draft;
import org.numascape.topology.CpuSet;
import org.numascape.topology.InfoName;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemoryAttribute.Order;
import org.numascape.topology.MemoryAttribute.Value;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.ObjectKind;

/// What the firmware's HMAT says of memory: who accesses it best, how fast, through which
/// memory-side caches.
///
/// Source: kernel `Documentation/admin-guide/mm/numaperf.rst`: MiB/s, nanoseconds, bytes; a cache
/// of a higher number is nearer to the CPU.
final class HmatScan {

  /// hwloc's names by the kernel's.
  private static final Map<String, String> NAMES =
      Map.of(
          "read_bandwidth", "ReadBandwidth",
          "write_bandwidth", "WriteBandwidth",
          "read_latency", "ReadLatency",
          "write_latency", "WriteLatency");

  private final Sysfs sysfs;
  private final Map<String, List<Value>> values = new LinkedHashMap<>();

  HmatScan(Sysfs sysfs) {
    this.sysfs = sysfs;
    for (String name :
        List.of(
            "Bandwidth",
            "Latency",
            "ReadBandwidth",
            "WriteBandwidth",
            "ReadLatency",
            "WriteLatency")) {
      values.put(name, new ArrayList<>());
    }
  }

  /// `access0` is how the best initiator of any kind sees the memory, `access1` how the best CPU
  /// does; kernels before 5.10 have the first only.
  private String folder(int node) {
    String best = NodeScan.FOLDER + "/node" + node + "/access1/initiators";
    return sysfs.tree().has(best) ? best : NodeScan.FOLDER + "/node" + node + "/access0/initiators";
  }

  /// The CPUs of the other nodes that access a node best; empty where the firmware does not say.
  Optional<CpuSet> initiators(int node, Map<Integer, CpuSet> cpus) {
    var joined = CpuSet.EMPTY;
    for (int initiator : sysfs.numbered(folder(node), "node")) {
      if (initiator != node) {
        joined = joined.or(cpus.getOrDefault(initiator, CpuSet.EMPTY));
      }
    }
    return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
  }

  /// Takes up how fast a node is for the CPUs near it.
  void measure(int node, CpuSet near) {
    var told = new LinkedHashMap<String, Long>();
    NAMES.forEach((file, name) ->
        sysfs.number(folder(node) + "/" + file).stream()
            .filter(value -> value > 0)
            .forEach(value -> told.put(name, value)));
    mean(told, "Bandwidth");
    mean(told, "Latency");
    told.forEach((name, value) ->
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Value(node, near, 0, value)));
  }

  /// hwloc's `Bandwidth` is the mean of reading and writing, where both are told.
  private static void mean(Map<String, Long> told, String name) {
    Long read = told.get("Read" + name);
    Long write = told.get("Write" + name);
    if (read != null && write != null) {
      told.put(name, (read + write) / 2);
    }
  }

  /// What was taken up, without what no node tells.
  List<MemoryAttribute> attributes() {
    return values.entrySet().stream()
        .filter(pair -> !pair.getValue().isEmpty())
        .map(pair -> new MemoryAttribute(pair.getKey(), order(pair.getKey()), pair.getValue()))
        .toList();
  }

  private static Order order(String name) {
    return name.endsWith("Latency") ? Order.LOWER_IS_BETTER : Order.HIGHER_IS_BETTER;
  }

  /// A node inside its memory-side caches, the nearest to the CPU outermost.
  Draft behindCaches(Draft node, int index) {
    var inner = node;
    String folder = NodeScan.FOLDER + "/node" + index + "/memory_side_cache";
    for (int level : sysfs.numbered(folder, "index")) {
      String cache = folder + "/index" + level;
      var bytes = sysfs.number(cache + "/size");
      if (bytes.isPresent() && bytes.getAsLong() > 0) {
        inner =
            cache(node, cache, bytes.getAsLong() >> 10).with(List.of(inner), List.of(), List.of());
      }
    }
    return inner;
  }

  /// `indexing` is 0 for a direct-mapped cache; the ways of others are not told.
  private Draft cache(Draft node, String folder, long kib) {
    var infos = new LinkedHashMap<String, String>();
    sysfs
        .number(folder + "/line_size")
        .ifPresent(size -> infos.put(InfoName.CACHE_LINE_SIZE, Long.toString(size)));
    if (sysfs.number(folder + "/indexing").orElse(-1) == 0) {
      infos.put(InfoName.CACHE_ASSOCIATIVITY, "1");
    }
    return Draft.of(
            ObjectKind.MEMORY_CACHE,
            node.cpus(),
            (logical, contents) -> new MemoryCache(logical, kib, node.cpus(), contents))
        .told(infos, "");
  }
}
