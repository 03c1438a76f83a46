package org.numascape.format.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.numascape.format.FormatException;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.TopologyObject;

/// Objects of a host that are equally deep in its tree, and all alike: of one kind, with as many
/// parts and as many nodes each.
///
/// @param objects in the order of the tree, never empty
record Layer(List<TopologyObject> objects) {

  /// Copies the list.
  Layer {
    objects = List.copyOf(objects);
  }

  /// All layers of a host: the first is the machine, the last its PUs.
  ///
  /// @throws FormatException when two objects of one layer are not alike, naming them
  static List<Layer> of(HostTopology host) throws FormatException {
    var layers = new ArrayList<Layer>();
    List<TopologyObject> objects = List.of(host.machine());
    while (!objects.isEmpty()) {
      var layer = new Layer(objects);
      layer.checkAlike();
      layers.add(layer);
      objects = objects.stream().flatMap(object -> object.contents().parts().stream()).toList();
    }
    var last = layers.getLast();
    if (last.kind() != ObjectKind.PU) {
      throw unlike("%s holds no PU".formatted(name(last.first())));
    }
    return layers;
  }

  private void checkAlike() throws FormatException {
    for (var other : objects) {
      if (other.id().kind() != kind()) {
        throw unlike("%s stands where %s stands".formatted(name(other), name(first())));
      }
      checkAlike(other, "part", object -> object.contents().parts().size());
      checkAlike(other, "NUMA node", object -> nodes(object).size());
    }
  }

  private void checkAlike(TopologyObject other, String what, ToIntFunction<TopologyObject> count)
      throws FormatException {
    int many = count.applyAsInt(first());
    int others = count.applyAsInt(other);
    if (many != others) {
      throw unlike(
          "%s holds %d %s%s where %s holds %d"
              .formatted(name(other), others, what, others == 1 ? "" : "s", name(first()), many));
    }
  }

  private static FormatException unlike(String how) {
    return new FormatException(
        SyntheticWriter.SOURCE,
        0,
        how
            + "; the synthetic grammar only knows hosts whose parts are all alike, so export it with --as hwloc.");
  }

  private static String name(TopologyObject object) {
    return "%s %d".formatted(object.id().kind().hwlocName(), object.id().logical());
  }

  TopologyObject first() {
    return objects.getFirst();
  }

  ObjectKind kind() {
    return first().id().kind();
  }

  /// How many nodes hang at each object.
  int nodes() {
    return nodes(first()).size();
  }

  /// The memory of the nodes at one place, in KiB: of the first that has any.
  ///
  /// @param place among the nodes of an object
  long memoryKib(int place) {
    return objects.stream()
        .mapToLong(object -> nodes(object).get(place).memoryKib())
        .filter(kib -> kib > 0)
        .findFirst()
        .orElse(0);
  }

  /// Whether nodes at one place differ in memory.
  boolean differInMemory() {
    return IntStream.range(0, nodes())
        .anyMatch(place ->
            objects.stream().map(it -> nodes(it).get(place).memoryKib()).distinct().count() > 1);
  }

  /// Nodes directly at an object, those behind memory-side caches included.
  private static List<NumaNode> nodes(TopologyObject object) {
    return nodes(object.contents().memory()).toList();
  }

  private static Stream<NumaNode> nodes(List<TopologyObject> memory) {
    return memory.stream()
        .flatMap(inner ->
            switch (inner) {
              case NumaNode node -> Stream.of(node);
              case MemoryCache cache -> nodes(cache.contents().memory());
              default -> Stream.empty();
            });
  }
}
