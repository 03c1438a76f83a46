package org.numascape.app.distances;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.numascape.app.distances.Table.Head;
import org.numascape.app.distances.Table.Sense;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectMatrix;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;

/// Everything a host tells of how far, fast or slow its parts are from one another.
record Tables(HostTopology host) {

  /// All tables, the firmware's distances first; none where the host tells nothing.
  static List<Table> of(HostTopology host) {
    return new Tables(host).all();
  }

  private List<Table> all() {
    var tables = new ArrayList<Table>();
    if (!host.distances().isEmpty()) {
      tables.add(slit());
    }
    host.facts().attributes().stream()
        .filter(attribute -> !attribute.values().isEmpty())
        .map(this::attribute)
        .forEach(tables::add);
    host.facts().matrices().stream().map(this::matrix).forEach(tables::add);
    return tables;
  }

  /// Every node has a row and a column, those without CPUs too: others reach for their memory.
  private Table slit() {
    var indexes = new TreeSet<>(host.nodes().keySet());
    indexes.addAll(host.distances().rows().keySet());
    var heads = indexes.stream().map(this::node).toList();
    var values = new ArrayList<OptionalLong>();
    for (int from : indexes) {
      for (int to : indexes) {
        var distance = host.distances().between(from, to);
        values.add(
            distance.isPresent() ? OptionalLong.of(distance.getAsInt()) : OptionalLong.empty());
      }
    }
    return new Table(
        "Firmware distances",
        "From CPUs of the node on the left to memory of the node above. 10 is local, ∞ is not reachable, –"
            + " is not told; a ranking that the firmware gives, not a measured latency.",
        "",
        Sense.SLIT,
        heads,
        heads,
        values);
  }

  private Head node(int index) {
    var found = host.node(index);
    String none = found.filter(node -> node.cpus().isEmpty()).isPresent() ? " (no CPUs)" : "";
    return new Head(
        "node " + index, "node " + index + none, found.map(NumaNode::id).stream().toList());
  }

  private Table attribute(MemoryAttribute attribute) {
    var initiators = new LinkedHashSet<CpuSet>();
    var targets = new TreeSet<Integer>();
    for (var value : attribute.values()) {
      initiators.add(value.initiator());
      targets.add(value.node());
    }
    var values = new ArrayList<OptionalLong>();
    for (var from : initiators) {
      for (int to : targets) {
        values.add(
            attribute.values().stream()
                .filter(value -> value.cacheLevel() == 0)
                .filter(value -> value.node() == to && value.initiator().equals(from))
                .mapToLong(MemoryAttribute.Value::value)
                .findFirst());
      }
    }
    boolean small = attribute.order() == MemoryAttribute.Order.LOWER_IS_BETTER;
    return new Table(
        attribute.name() + (attribute.unit().isEmpty() ? "" : " (" + attribute.unit() + ")"),
        attribute.name()
            + " from the CPUs on the left to memory of the node above"
            + (attribute.unit().isEmpty() ? "" : ", in " + attribute.unit())
            + "; "
            + (small ? "less" : "more")
            + " is better. – is not told: often only local pairs are.",
        attribute.unit(),
        small ? Sense.SMALL_IS_NEAR : Sense.LARGE_IS_NEAR,
        initiators.stream().map(this::initiator).toList(),
        targets.stream().map(this::node).toList(),
        values);
  }

  /// The node whose CPUs these are, or their list.
  private Head initiator(CpuSet cpus) {
    if (cpus.isEmpty()) {
      return new Head("any", "any CPU", List.of());
    }
    return host.nodes().values().stream()
        .filter(node -> node.cpus().equals(cpus) && host.cpusOf(node.osIndex()).equals(cpus))
        .findFirst()
        .map(node ->
            new Head(
                "node " + node.osIndex(), "CPUs of node " + node.osIndex(), List.of(node.id())))
        .orElseGet(() -> new Head("CPUs " + cpus, "CPUs " + cpus, List.of()));
  }

  private Table matrix(ObjectMatrix matrix) {
    var heads = matrix.objects().stream().map(this::object).toList();
    String unit =
        switch (matrix.means()) {
          case BANDWIDTH -> "MB/s";
          case HOPS -> "hops";
          case LATENCY, UNKNOWN -> "";
        };
    String name = matrix.name().isEmpty() ? "Other distances" : matrix.name();
    return new Table(
        unit.isEmpty() ? name : name + " (" + unit + ")",
        name
            + " from what is on the left to what is above, as the host tells"
            + (unit.isEmpty() ? "." : ", in " + unit + "."),
        unit,
        matrix.means() == ObjectMatrix.Means.BANDWIDTH ? Sense.LARGE_IS_NEAR : Sense.SMALL_IS_NEAR,
        heads,
        heads,
        matrix.values().stream().map(OptionalLong::of).toList());
  }

  private Head object(ObjectId id) {
    String name =
        host.object(id)
            .map(object ->
                switch (object) {
                  case NumaNode node -> "node " + node.osIndex();
                  case Pu pu -> "CPU " + pu.osIndex();
                  case OsDevice device -> device.name();
                  case PciDevice device -> device.address();
                  default -> id.toString();
                })
            .orElse(id.toString());
    return new Head(name, name, List.of(id));
  }
}
