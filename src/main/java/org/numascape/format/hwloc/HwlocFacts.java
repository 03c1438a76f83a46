package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.InfoName;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemoryAttribute.Order;
import org.numascape.topology.MemoryAttribute.Value;

/// Reads what stands behind the tree of objects beside matrices: attributes of memory (`memattr`)
/// and kinds of cores (`cpukind`).
///
/// @param document the `<topology>`
record HwlocFacts(HwlocObject document, HwlocIndexes indexes) {

  private static final int HIGHER_IS_BETTER = 1;
  private static final int LOWER_IS_BETTER = 2;

  /// What the topology tells of its nodes as seen from CPUs. Values about other objects are not
  /// kept: only nodes have attributes on any host so far.
  List<MemoryAttribute> attributes() throws FormatException {
    var nodes = new HashMap<String, Integer>();
    this.indexes.nodes().forEach((index, node) -> nodes.put(node.key(), index));
    var attributes = new ArrayList<MemoryAttribute>();
    for (var attribute : all(document, "memattr")) {
      var values = new ArrayList<Value>();
      for (var value : all(attribute, "memattr_value")) {
        Integer node = nodes.get(value.text("target_obj_gp_index"));
        if (node != null) {
          values.add(new Value(node, initiator(value), 0, value.number("value", 0)));
        }
      }
      if (!values.isEmpty()) {
        attributes.add(new MemoryAttribute(attribute.text("name"), order(attribute), values));
      }
    }
    return attributes;
  }

  private static Order order(HwlocObject attribute) throws FormatException {
    long flags = attribute.number("flags", HIGHER_IS_BETTER);
    return (flags & LOWER_IS_BETTER) != 0 ? Order.LOWER_IS_BETTER : Order.HIGHER_IS_BETTER;
  }

  /// The PUs that access the memory: written as a set or as the object they are in.
  private CpuSet initiator(HwlocObject value) throws FormatException {
    String object = value.text("initiator_obj_gp_index");
    if (object.isEmpty()) {
      return indexes.cpus(Bitmap.of(value, "initiator_cpuset"));
    }
    var found = indexes.find(object);
    return found.isEmpty() ? CpuSet.EMPTY : indexes.cpus(Bitmap.of(found.get(), "cpuset"));
  }

  /// Kinds of cores, least powerful first, or the one kind that all are of.
  List<HwlocCpuKind> cpuKinds() throws FormatException {
    var kinds = new ArrayList<HwlocCpuKind>();
    for (var kind : all(document, "cpukind")) {
      var cpus = indexes.cpus(Bitmap.of(kind, "cpuset"));
      if (!cpus.isEmpty()) {
        kinds.add(
            new HwlocCpuKind(
                cpus, kind.number("forced_efficiency", -1), HwlocInfos.of(kind).words()));
      }
    }
    return HwlocCpuKind.ranked(kinds);
  }

  /// Words on the whole machine: hwloc 3 tells them of the topology, older ones of the machine.
  /// What is told of the only kind of core is told of the machine.
  HwlocInfos machine(HwlocObject root, List<HwlocCpuKind> kinds) throws FormatException {
    var infos = HwlocInfos.of(root);
    HwlocInfos.of(document).words().forEach(infos::addLines);
    if (kinds.size() == 1) {
      kinds.getFirst().infos().forEach(infos::addLines);
    }
    for (var bus : all(document, "pci_locality")) {
      infos.add(
          InfoName.PCI_LOCALITY,
          "%04x:[%02x-%02x] %s"
              .formatted(
                  hex(bus, "domain"),
                  hex(bus, "bus_min"),
                  hex(bus, "bus_max"),
                  indexes.cpus(Bitmap.of(bus, "cpuset"))));
    }
    return infos;
  }

  private static long hex(HwlocObject object, String attribute) throws FormatException {
    String text = object.text(attribute);
    if (!text.matches("0x[0-9a-fA-F]{1,8}")) {
      throw object.wrong(
          "%s is \"%s\", which is no number in hex; export the topology again."
              .formatted(attribute, text));
    }
    return Long.parseLong(text.substring(2), 16);
  }

  /// Ranks of the nodes' memory where hwloc 3 lists them: the first tier is the fastest.
  Map<Integer, Integer> tiers() throws FormatException {
    var tiers = new LinkedHashMap<Integer, Integer>();
    int rank = 0;
    for (var tier : all(document, "memtier")) {
      var set = Bitmap.of(tier, "nodeset");
      for (int node : indexes.nodes().keySet()) {
        if (set.contains(node)) {
          tiers.putIfAbsent(node, rank);
        }
      }
      rank++;
    }
    return tiers;
  }

  private static List<HwlocObject> all(HwlocObject around, String name) {
    return around
        .element()
        .children(name)
        .map(element -> new HwlocObject(around.source(), element))
        .toList();
  }
}
