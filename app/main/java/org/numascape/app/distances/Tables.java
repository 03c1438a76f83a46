package org.numascape.app.distances;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.numascape.analysis.Latency;
import org.numascape.analysis.Provenance;
import org.numascape.app.distances.Table.Head;
import org.numascape.app.distances.Table.Sense;
import org.numascape.design.Design;
import org.numascape.design.MeasuredBandwidth;
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
record Tables(HostTopology host, Latency latency, Optional<MeasuredBandwidth> bandwidths) {

  /// The name of the table that every estimate of the program goes by.
  static final String USED = "Latency used (ns)";

  /// All tables, the firmware's distances first; none where the host tells nothing.
  static List<Table> of(Design design) {
    return new Tables(design.host(), Latency.of(design), design.costs().bandwidths()).all();
  }

  /// All tables of a host that nothing was measured on.
  static List<Table> of(HostTopology host) {
    return new Tables(host, new Latency(host), Optional.empty()).all();
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
    if (host.nodes().size() > 1 && latency.provenance() != Provenance.ASSUMED) {
      tables.add(latencies());
    }
    bandwidths.map(this::measured).ifPresent(tables::add);
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

  /// What every estimate of the program goes by, and where each value comes from.
  private Table latencies() {
    var from = host.nodes().keySet().stream().filter(node -> !host.cpusOf(node).isEmpty()).toList();
    var to =
        host.nodes().values().stream()
            .filter(node -> node.memoryKib() > 0)
            .map(NumaNode::osIndex)
            .toList();
    var values = new ArrayList<OptionalLong>();
    var estimated = new HashSet<Integer>();
    for (int row : from) {
      for (int column : to) {
        if (latency.provenance(row, column).estimated()) {
          estimated.add(values.size());
        }
        values.add(OptionalLong.of(shown(row, column)));
      }
    }
    String measured =
        latency
            .measured()
            .map(one -> " Measured: " + one.provenance() + ".")
            .orElse(" Nothing measured yet: take it over with “Measured…”.");
    return new Table(
        USED,
        "What a memory access from the node on the left to the node above is taken to take. Hatched and"
            + " ≈: estimated from distances."
            + measured,
        "ns",
        Sense.SMALL_IS_NEAR,
        from.stream().map(this::node).toList(),
        to.stream().map(this::node).toList(),
        values,
        estimated);
  }

  private Table measured(MeasuredBandwidth bandwidth) {
    var from = bandwidth.rows().keySet().stream().toList();
    var to = new TreeSet<Integer>();
    bandwidth.rows().values().forEach(row -> to.addAll(row.keySet()));
    var values = new ArrayList<OptionalLong>();
    for (int row : from) {
      for (int column : to) {
        var mbs = bandwidth.mbs(row, column);
        values.add(
            mbs.isPresent()
                ? OptionalLong.of(Math.round(mbs.getAsDouble()))
                : OptionalLong.empty());
      }
    }
    return new Table(
        "Measured bandwidth (MB/s)",
        "What the CPUs of the node on the left can read from memory of the node above, in MB/s; more is"
            + " better. – was not measured. Measured: "
            + bandwidth.provenance()
            + ".",
        "MB/s",
        Sense.LARGE_IS_NEAR,
        from.stream().map(this::node).toList(),
        to.stream().map(this::node).toList(),
        values);
  }

  /// Two significant digits where it is estimated.
  private long shown(int from, int to) {
    double ns = latency.ns(from, to);
    return latency.provenance(from, to).estimated()
        ? BigDecimal.valueOf(ns).round(new MathContext(2)).longValue()
        : Math.round(ns);
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
