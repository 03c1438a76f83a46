package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemoryAttribute.Order;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.ObjectMatrix;

/// Writes what follows the tree: matrices, attributes of memory, kinds of cores.
///
/// @param numbers `gp_index` of every object that was written
record HwlocAppendix(HostTopology host, Map<ObjectId, Long> numbers, Markup markup) {

  private static final int FROM_OS = 1;
  private static final int HETEROGENEOUS = 16;
  private static final int CHUNK = 10;

  void write() {
    distances();
    host.facts().matrices().forEach(this::matrix);
    host.facts().attributes().forEach(this::attribute);
    kinds();
  }

  /// The largest set of nodes that the distances of all pairs are told of; one node alone has none.
  private void distances() {
    var nodes = new ArrayList<>(host.nodes().keySet());
    var distances = host.distances();
    if (distances.isEmpty()) {
      return;
    }
    for (var worst = worst(nodes, distances); worst.isPresent(); worst = worst(nodes, distances)) {
      nodes.removeIf(worst.get()::equals);
    }
    if (nodes.size() > 1) {
      var values =
          nodes.stream()
              .flatMapToLong(
                  from -> nodes.stream().mapToLong(to -> distances.between(from, to).orElse(0)));
      var tag = tag("type", "NUMANode", "nbobjs", nodes.size(), "kind", 5);
      tag.put("name", "NUMALatency");
      tag.put("indexing", "os");
      chunks("distances2", tag, nodes.stream().map(String::valueOf).toList(), values);
    }
  }

  /// The node with most unknown distances to others; none when all are known.
  private static Optional<Integer> worst(List<Integer> nodes, DistanceMatrix distances) {
    Optional<Integer> worst = Optional.empty();
    long most = 0;
    for (Integer node : nodes) {
      long unknown = nodes.stream().filter(other -> isUnknown(node, other, distances)).count();
      if (unknown > most) {
        most = unknown;
        worst = Optional.of(node);
      }
    }
    return worst;
  }

  private static boolean isUnknown(int one, int other, DistanceMatrix distances) {
    return distances.between(one, other).isEmpty() || distances.between(other, one).isEmpty();
  }

  private void matrix(ObjectMatrix matrix) {
    var objects = matrix.objects();
    int[] there =
        IntStream.range(0, objects.size())
            .filter(i -> numbers.containsKey(objects.get(i)))
            .toArray();
    if (there.length < 2) {
      return;
    }
    var kinds = IntStream.of(there).mapToObj(i -> objects.get(i).kind()).distinct().toList();
    boolean one = kinds.size() == 1;
    boolean byOs = one && (kinds.contains(ObjectKind.PU) || kinds.contains(ObjectKind.NUMA_NODE));
    var names = IntStream.of(there).mapToObj(i -> name(objects.get(i), one, byOs)).toList();
    var values =
        IntStream.of(there)
            .boxed()
            .flatMapToLong(row ->
                IntStream.of(there)
                    .mapToLong(column -> matrix.values().get(row * objects.size() + column)));
    var tag = one ? tag("type", kinds.getFirst().hwlocName()) : tag();
    tag.put("nbobjs", Integer.toString(there.length));
    tag.put("kind", Integer.toString(FROM_OS | means(matrix) | (one ? 0 : HETEROGENEOUS)));
    if (!matrix.name().isEmpty()) {
      tag.put("name", matrix.name());
    }
    if (one) {
      tag.put("indexing", byOs ? "os" : "gp");
    }
    chunks(one ? "distances2" : "distances2hetero", tag, names, values);
  }

  private String name(ObjectId id, boolean one, boolean byOs) {
    String number = String.valueOf(numbers.get(id));
    if (byOs) {
      return String.valueOf(osIndex(id));
    }
    return one ? number : id.kind().hwlocName() + ":" + number;
  }

  private int osIndex(ObjectId id) {
    return switch (host.object(id).orElseThrow()) {
      case org.numascape.topology.Pu pu -> pu.osIndex();
      case org.numascape.topology.NumaNode node -> node.osIndex();
      default -> -1;
    };
  }

  /// hwloc 2 has no hops: it calls them latencies, and their name says better.
  private static int means(ObjectMatrix matrix) {
    return switch (matrix.means()) {
      case LATENCY, HOPS -> 4;
      case BANDWIDTH -> 8;
      case UNKNOWN -> 0;
    };
  }

  /// Ten values a line, each followed by a blank, as hwloc writes them.
  private void chunks(
      String name, Map<String, String> tag, List<String> indexes, LongStream values) {
    markup.open(name, tag);
    chunks("indexes", indexes);
    chunks("u64values", values.mapToObj(Long::toUnsignedString).toList());
    markup.close(name);
  }

  private void chunks(String name, List<String> words) {
    for (int start = 0; start < words.size(); start += CHUNK) {
      var chunk = words.subList(start, Math.min(words.size(), start + CHUNK));
      String text = String.join(" ", chunk) + " ";
      markup.words(name, tag("length", text.length()), text);
    }
  }

  private void attribute(MemoryAttribute attribute) {
    var values =
        attribute.values().stream()
            .filter(value -> value.cacheLevel() == 0)
            .filter(value -> host.node(value.node()).isPresent())
            .toList();
    int flags = flags(attribute);
    boolean computed = attribute.name().equals("Capacity") || attribute.name().equals("Locality");
    if (values.isEmpty() || computed) {
      return;
    }
    markup.open("memattr", tag("name", attribute.name(), "flags", flags));
    for (var value : values) {
      var node = host.node(value.node()).orElseThrow();
      var tag =
          tag(
              "target_obj_type",
              "NUMANode",
              "target_obj_gp_index",
              String.valueOf(numbers.get(node.id())),
              "value",
              value.value());
      if ((flags & 4) != 0) {
        var from = value.initiator().isEmpty() ? host.machine().cpus() : value.initiator();
        tag.put("initiator_cpuset", Bitmap.text(on(from).bits()));
      }
      markup.empty("memattr_value", tag);
    }
    markup.close("memattr");
  }

  /// hwloc insists on its own flags for the attributes it knows.
  private static int flags(MemoryAttribute attribute) {
    if (attribute.name().matches("(Read|Write)?Bandwidth")) {
      return 5;
    }
    if (attribute.name().matches("(Read|Write)?Latency")) {
      return 6;
    }
    boolean initiators =
        attribute.values().stream().anyMatch(value -> !value.initiator().isEmpty());
    return (attribute.order() == Order.HIGHER_IS_BETTER ? 1 : 2) | (initiators ? 4 : 0);
  }

  /// A rank is written only where hwloc would not find the same one by itself.
  private void kinds() {
    var kinds =
        host.facts().cpuKinds().stream().filter(kind -> !on(kind.cpus()).isEmpty()).toList();
    var plain =
        kinds.stream().map(kind -> new HwlocCpuKind(kind.cpus(), -1, kind.infos())).toList();
    boolean obvious = HwlocCpuKind.ranked(plain).equals(plain);
    for (int rank = 0; rank < kinds.size(); rank++) {
      CpuKind kind = kinds.get(rank);
      var tag = tag("cpuset", Bitmap.text(on(kind.cpus()).bits()));
      if (!obvious) {
        tag.put("forced_efficiency", Integer.toString(rank));
      }
      markup.open("cpukind", tag);
      new java.util.TreeMap<>(kind.infos())
          .forEach((name, value) -> markup.empty("info", tag("name", name, "value", value)));
      markup.close("cpukind");
    }
  }

  private CpuSet on(CpuSet cpus) {
    return cpus.minus(Written.offline(host.pus().values()));
  }

  private static Map<String, String> tag(Object... namesAndValues) {
    var tag = new LinkedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tag.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
    }
    return tag;
  }
}
