package org.numascape.format.hwloc;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// All PUs and nodes of a topology by OS index, so that both are unique before anything is built on
/// them.
///
/// @param all the PUs
record HwlocIndexes(Map<Integer, HwlocObject> pus, Map<Integer, HwlocObject> nodes, CpuSet all) {

  /// How deep objects may be nested. Real hosts reach about 20, with PCI switches behind switches.
  static final int DEEPEST = 100;

  /// @throws FormatException when an index occurs twice, is missing or too high, or there is no PU
  ///   at all
  static HwlocIndexes of(HwlocObject root) throws FormatException {
    var pus = new TreeMap<Integer, HwlocObject>();
    var nodes = new TreeMap<Integer, HwlocObject>();
    collect(root, 1, pus, nodes);
    if (pus.isEmpty()) {
      throw root.wrong("this topology has no PU; export it again without \"--filter\".");
    }
    return new HwlocIndexes(
        Collections.unmodifiableMap(pus),
        Collections.unmodifiableMap(nodes),
        CpuSet.of(pus.keySet()));
  }

  private static void collect(
      HwlocObject object, int depth, Map<Integer, HwlocObject> pus, Map<Integer, HwlocObject> nodes)
      throws FormatException {
    if (depth > DEEPEST) {
      throw object.wrong(
          "objects are nested deeper than %d levels, no real host is; export the topology again."
              .formatted(DEEPEST));
    }
    switch (object.type()) {
      case "PU" -> put(pus, index(object, "cpuset"), object, "PU");
      case "NUMANode" -> put(nodes, index(object, "nodeset"), object, "NUMA node");
      default -> {
        // only PUs and nodes are named by their OS index
      }
    }
    for (var inner : object.objects()) {
      collect(inner, depth + 1, pus, nodes);
    }
  }

  private static void put(
      Map<Integer, HwlocObject> found, int index, HwlocObject object, String what)
      throws FormatException {
    if (index >= Bitmap.LIMIT) {
      throw object.wrong(
          "%s %,d is above the highest index that is read, %,d; restrict the export with \"lstopo --restrict\"."
              .formatted(what, index, Bitmap.LIMIT - 1));
    }
    var first = found.put(index, object);
    if (first != null) {
      throw object.wrong(
          "%s %d is here a second time, first in line %d; export the topology again."
              .formatted(what, index, first.element().line()));
    }
  }

  /// The OS index of a PU or node: written, or the only member of its own set.
  static int index(HwlocObject object, String set) throws FormatException {
    int written = object.osIndex();
    if (written >= 0) {
      return written;
    }
    var own = Bitmap.of(object, set);
    if (own.bits().cardinality() != 1 || own.endlessFrom() >= 0) {
      throw object.wrong(
          "this %s has no os_index; export the topology again.".formatted(object.type()));
    }
    return own.bits().nextSetBit(0);
  }

  /// What the topology refers to a PU or node of that OS index by; the index itself where there is
  /// no such object.
  String key(String type, String index) {
    var objects = type.equals("PU") ? pus : nodes;
    var found = index.length() < 10 ? objects.get(Integer.valueOf(index)) : null;
    return found == null ? type + "@" + index : found.key();
  }

  /// The PU or node that the topology refers to by `key`.
  Optional<HwlocObject> find(String key) {
    return Stream.of(pus, nodes)
        .flatMap(objects -> objects.values().stream())
        .filter(object -> object.key().equals(key))
        .findFirst();
  }

  /// Those PUs of a set that the topology has.
  CpuSet cpus(Bitmap set) {
    var bits = all.bits();
    if (set.endlessFrom() >= 0) {
      var rest = (BitSet) bits.clone();
      rest.clear(0, set.endlessFrom());
      bits.and(set.bits());
      bits.or(rest);
    } else {
      bits.and(set.bits());
    }
    return new CpuSet(bits);
  }
}
