package org.numascape.format.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.format.FormatException;
import org.numascape.topology.Cache;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// Writes a host in hwloc's synthetic grammar, where that can say it: `Package:2 L3Cache:4
/// [NUMANode(memory=…)] Core:8 PU:2(indexes=…)`, for `lstopo -i "…"`.
///
/// The grammar tells what is inside what and the OS indexes of PUs and nodes. It has no words for
/// distances, devices, models and pages. What was written is read again and compared before anybody
/// gets it.
public final class SyntheticWriter {

  /// What messages call the host.
  static final String SOURCE = "this host";

  private SyntheticWriter() {}

  /// A description.
  ///
  /// @param lost a sentence for each thing of the tree that the description tells differently
  public record Description(String text, List<String> lost) {

    /// Copies the list.
    public Description {
      lost = List.copyOf(lost);
    }
  }

  /// The description of a host.
  ///
  /// @throws FormatException when parts of one kind are not all alike, naming two that differ, or
  ///   the host is larger than what [SyntheticReader] makes
  public static Description write(HostTopology host) throws FormatException {
    var layers = Layer.of(host);
    var counted = SyntheticReader.read(SOURCE, text(layers, "", ""));
    var pus = indexes(counted.all(Pu.class), host.all(Pu.class), Pu::osIndex);
    var nodes = indexes(counted.all(NumaNode.class), host.all(NumaNode.class), NumaNode::osIndex);
    String text = text(layers, pus, nodes);
    if (!tree(SyntheticReader.read(SOURCE, text), host).equals(tree(host, host))) {
      throw new FormatException(
          SOURCE,
          0,
          "The synthetic grammar cannot say how the host's objects and indexes follow one another; export it with --as hwloc.");
    }
    return new Description(text, lost(host, layers));
  }

  private static String text(List<Layer> layers, String pus, String nodes) {
    var words = new ArrayList<String>();
    int around = 1;
    int left = layers.stream().mapToInt(Layer::nodes).sum();
    for (var layer : layers) {
      int many = layer.objects().size();
      if (layer.kind() != ObjectKind.MACHINE) {
        String attributes =
            switch (layer.first()) {
              case Cache cache when cache.sizeKib() > 0 -> "(size=" + (cache.sizeKib() << 10) + ")";
              case Pu _ when !pus.isEmpty() -> "(indexes=" + pus + ")";
              default -> "";
            };
        words.add(name(layer) + ":" + many / around + attributes);
      }
      for (int place = 0; place < layer.nodes(); place++) {
        // The indexes of all attached nodes are told with the last of them.
        left--;
        words.add("[NUMANode" + attributes(layer.memoryKib(place), left > 0 ? "" : nodes) + "]");
      }
      around = many;
    }
    return String.join(" ", words);
  }

  private static String name(Layer layer) {
    if (layer.first() instanceof Cache cache) {
      String holds =
          switch (cache.type()) {
            case UNIFIED -> "";
            case DATA -> "d";
            case INSTRUCTION -> "i";
          };
      return "L" + cache.level() + holds + "Cache";
    }
    return layer.kind().hwlocName();
  }

  private static String attributes(long memoryKib, String indexes) {
    String memory = memoryKib > 0 ? "memory=" + (memoryKib << 10) : "";
    String order = indexes.isEmpty() ? "" : "indexes=" + indexes;
    String both = (memory + " " + order).strip();
    return both.isEmpty() ? "" : "(" + both + ")";
  }

  /// OS indexes of a host's objects in the order in which the reader gives out numbers, which the
  /// counted objects bear.
  private static <T> String indexes(List<T> counted, List<T> wanted, ToIntFunction<T> index) {
    if (counted.size() != wanted.size()) {
      return "";
    }
    var indexes = new int[counted.size()];
    for (int at = 0; at < indexes.length; at++) {
      indexes[index.applyAsInt(counted.get(at))] = index.applyAsInt(wanted.get(at));
    }
    return Loops.text(indexes);
  }

  /// What a description has to tell: all CPU objects and nodes with their CPUs, but for groups, of
  /// which both readers and hwloc drop those that tell nothing.
  private static List<String> tree(HostTopology told, HostTopology host) {
    return told.objects()
        .filter(object ->
            switch (object.id().kind()) {
              case PACKAGE, DIE, CORE, PU -> true;
              default ->
                  object instanceof Cache
                      || (object instanceof NumaNode && !host.nodes().isEmpty());
            })
        .map(object -> {
          String index = object instanceof NumaNode node ? " " + node.osIndex() : "";
          return object.id().kind() + index + " " + near(object, told);
        })
        .sorted()
        .toList();
  }

  /// Where a node has no CPUs of its own, those of the object around.
  private static CpuSet near(TopologyObject object, HostTopology host) {
    return Stream.concat(Stream.of(object), host.ancestors(object).stream())
        .map(TopologyObject::cpus)
        .filter(cpus -> !cpus.isEmpty())
        .findFirst()
        .orElse(CpuSet.EMPTY);
  }

  private static List<String> lost(HostTopology host, List<Layer> layers) {
    var lost = new ArrayList<String>();
    if (layers.stream().anyMatch(Layer::differInMemory)) {
      lost.add(
          "Nodes differ in memory; those that stand at the same place of their part all get that of the first that has any.");
    }
    String caches =
        host.all(Cache.class).stream()
            .collect(
                Collectors.groupingBy(
                    cache -> cache.id().kind().hwlocName(),
                    TreeMap::new,
                    Collectors.mapping(Cache::sizeKib, Collectors.toSet())))
            .entrySet()
            .stream()
            .filter(sizes -> sizes.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!caches.isEmpty()) {
      lost.add("Caches differ in size (%s); all get that of the first.".formatted(caches));
    }
    if (!host.all(MemoryCache.class).isEmpty()) {
      lost.add("Memory-side caches are left out, because lstopo before 2.10 does not know them.");
    }
    var off =
        CpuSet.of(
            host.all(Pu.class).stream()
                .filter(pu -> pu.state() == PuState.OFFLINE)
                .map(Pu::osIndex)
                .toList());
    if (!off.isEmpty()) {
      lost.add("CPUs %s are off; the description has them on.".formatted(off));
    }
    return lost;
  }
}
