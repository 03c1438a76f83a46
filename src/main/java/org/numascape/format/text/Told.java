package org.numascape.format.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.numascape.topology.Cache;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PuState;

/// What one source tells of a host; whatever it does not tell is empty.
///
/// @param source the name people know it by: `numactl -H`, with file and line where there are
///   several
/// @param online CPUs that are on, as OS indexes
/// @param offline CPUs that are there and off, as OS indexes
/// @param counts numbers of things without saying which, by the tool's word
/// @param parts the sets of CPUs (OS indexes) of packages, dies, clusters (groups), cores, caches
/// @param cacheSizes sizes of caches by kind
/// @param topMhz the highest frequency of CPUs, by OS index
/// @param nodes by OS index
/// @param wholeHost memory and huge pages of all nodes together
/// @param words on the host or its CPUs, under hwloc's names
public record Told(
    Tool tool,
    String source,
    CpuSet online,
    CpuSet offline,
    Map<Count, Integer> counts,
    Map<ObjectKind, List<CpuSet>> parts,
    Map<ObjectKind, CacheSize> cacheSizes,
    Map<Integer, Double> topMhz,
    Map<Integer, Node> nodes,
    DistanceMatrix distances,
    Optional<Node> wholeHost,
    Map<String, String> words) {

  /// Things that are counted without being named.
  public enum Count {
    /// CPU packages.
    SOCKETS("sockets"),
    /// Cores in a package.
    CORES_PER_SOCKET("cores per socket"),
    /// Hardware threads of a core.
    THREADS_PER_CORE("threads per core"),
    /// CPUs, online or not.
    CPUS("CPUs"),
    /// NUMA nodes.
    NODES("NUMA nodes");

    private final String title;

    Count(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /// Copies the collections.
  public Told {
    counts = Map.copyOf(counts);
    var copy = new EnumMap<ObjectKind, List<CpuSet>>(ObjectKind.class);
    parts.forEach((kind, sets) -> copy.put(kind, List.copyOf(sets)));
    parts = Collections.unmodifiableMap(copy);
    cacheSizes = Map.copyOf(cacheSizes);
    topMhz = Map.copyOf(topMhz);
    nodes = Collections.unmodifiableMap(new TreeMap<>(nodes));
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  /// What a description of a whole host tells of what other texts tell, too.
  public static Told of(Tool tool, String source, HostTopology host) {
    var telling = new Telling();
    host.pus().values().forEach(pu -> telling.cpu(pu.osIndex(), pu.state() != PuState.OFFLINE));
    host.objects()
        .filter(object -> Telling.isPart(object.id().kind()))
        .forEach(object -> telling.part(object.id().kind(), object.cpus()));
    cacheSizes(host).forEach((kind, kib) -> telling.cacheSizes.put(kind, CacheSize.ofOne(kib)));
    host.nodes().values().forEach(node -> telling.nodes.put(node.osIndex(), node(node)));
    telling.distances = host.distances();
    return telling.told(tool, source);
  }

  /// The size of the caches of each kind where all of the kind have one.
  private static Map<ObjectKind, Long> cacheSizes(HostTopology host) {
    var sizes = new EnumMap<ObjectKind, Long>(ObjectKind.class);
    for (var cache : host.all(Cache.class)) {
      sizes.merge(cache.id().kind(), cache.sizeKib(), (one, other) -> one.equals(other) ? one : 0L);
    }
    return sizes;
  }

  private static Node node(NumaNode node) {
    var told = Node.UNKNOWN.withCpus(node.cpus());
    if (node.memoryKib() > 0) {
      told = told.withMemory(Amount.ofKib(node.memoryKib()));
    }
    if (node.freeKib().isPresent()) {
      told = told.withFree(Amount.ofKib(node.freeKib().getAsLong()));
    }
    for (var pool : node.pools()) {
      told = told.withPool(pool.size(), new Pool(OptionalLong.of(pool.total()), pool.free()));
    }
    return told;
  }

  /// A number, where the source tells it.
  OptionalInt count(Count count) {
    Integer number = counts.get(count);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /// All CPUs it speaks of.
  CpuSet cpus() {
    var all = online.or(offline);
    for (var node : nodes.values()) {
      all = all.or(node.cpus().orElse(CpuSet.EMPTY));
    }
    return all;
  }
}
