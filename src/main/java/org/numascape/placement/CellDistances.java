package org.numascape.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.Interconnect;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.NodeSet;

/// What the host says of the way between a guest's cells, so that the guest can be told the same.
///
/// A cell is where its memory is bound, else where its vCPUs are pinned. Of several nodes the
/// farthest counts: what a guest takes for near shall be near.
public final class CellDistances {

  private final HostTopology host;
  private final Domain domain;
  private final List<NodeSet> places;

  private CellDistances(HostTopology host, Domain domain) {
    this.host = host;
    this.domain = domain;
    this.places = domain.memoryCells().stream().map(this::place).toList();
  }

  /// What can be told a guest; empty where the design has no such guest.
  public static Optional<CellDistances> of(Design design, DomainId id) {
    return design.guest(id).map(guest -> new CellDistances(design.host(), guest.wanted()));
  }

  private NodeSet place(GuestCell cell) {
    var bound =
        domain
            .numaTune()
            .bindingOf(cell.id())
            .map(MemoryBinding::nodes)
            .orElse(NodeSet.EMPTY)
            .and(host.nodeSet());
    if (!bound.isEmpty()) {
      return bound;
    }
    var pins = CpuSet.EMPTY;
    for (int vcpu : cell.vcpus().stream().toArray()) {
      var pin = domain.affinity(vcpu);
      if (pin.isEmpty()) {
        return NodeSet.EMPTY;
      }
      pins = pins.or(pin.get());
    }
    return host.nodesOf(pins);
  }

  /// Why nothing can be told; empty where something can.
  public Optional<String> obstacle() {
    if (places.size() < 2) {
      return Optional.of("one cell has no way to another");
    }
    for (int cell = 0; cell < places.size(); cell++) {
      if (places.get(cell).isEmpty()) {
        return Optional.of(
            "cell " + cell + " is on no node: bind its memory, or pin its vCPUs first");
      }
    }
    return Optional.empty();
  }

  /// Distances by cell, as `SetDistances` takes them: 10 to itself, and at least 11 to others, even
  /// on the same node. Empty where there is an obstacle.
  public Map<Integer, Map<Integer, Integer>> rows() {
    var rows = new TreeMap<Integer, Map<Integer, Integer>>();
    if (obstacle().isPresent()) {
      return rows;
    }
    for (int from = 0; from < places.size(); from++) {
      var row = new TreeMap<Integer, Integer>();
      for (int to = 0; to < places.size(); to++) {
        row.put(to, from == to ? 10 : Math.clamp(farthest(from, to), 11, 255));
      }
      rows.put(from, row);
    }
    return rows;
  }

  private int farthest(int from, int to) {
    return places.get(from).stream()
        .flatMap(here ->
            places.get(to).stream()
                .map(
                    there -> here == there ? 11 : host.distances().between(here, there).orElse(20)))
        .max()
        .orElse(20);
  }

  /// Latencies and bandwidths that the host tells of the ways between cells, one direction of each
  /// pair, as libvirt takes them; none where the host tells none.
  public List<Interconnect> links() {
    var links = new ArrayList<Interconnect>();
    if (places.stream().anyMatch(NodeSet::isEmpty)) {
      return links;
    }
    var cells = domain.memoryCells();
    for (var kind : Interconnect.Kind.values()) {
      attribute(kind)
          .ifPresent(told -> {
            for (var from : cells) {
              for (var to : cells) {
                boolean once = from.id() <= to.id() || to.vcpus().isEmpty();
                if (!from.vcpus().isEmpty() && once) {
                  told(told, kind, from.id(), to.id()).ifPresent(links::add);
                }
              }
            }
          });
    }
    return links;
  }

  private Optional<MemoryAttribute> attribute(Interconnect.Kind kind) {
    String name = kind == Interconnect.Kind.LATENCY ? "Latency" : "Bandwidth";
    var all = host.facts().attributes();
    return all.stream()
        .filter(one -> one.name().equals(name) || one.name().equals("Read" + name))
        .min(Comparator.comparingInt(one -> one.name().length()));
  }

  private Optional<Interconnect> told(
      MemoryAttribute attribute, Interconnect.Kind kind, int from, int to) {
    var cpu = cpu(places.get(from));
    var values =
        places.get(to).stream()
            .mapToObj(
                node -> cpu.isEmpty() ? OptionalLong.empty() : attribute.of(node, cpu.getAsInt()))
            .toList();
    if (values.isEmpty() || values.stream().anyMatch(OptionalLong::isEmpty)) {
      return Optional.empty();
    }
    boolean latency = kind == Interconnect.Kind.LATENCY;
    var each = values.stream().mapToLong(OptionalLong::getAsLong);
    long worst = latency ? each.max().orElse(0) : each.min().orElse(0) * 1024;
    return worst < 1
        ? Optional.empty()
        : Optional.of(
            new Interconnect(
                kind, from, to, OptionalInt.empty(), Interconnect.Access.ACCESS, worst));
  }

  private OptionalInt cpu(NodeSet nodes) {
    return nodes.stream()
        .mapToObj(host::cpusOf)
        .filter(cpus -> !cpus.isEmpty())
        .mapToInt(cpus -> cpus.first().orElseThrow())
        .findFirst();
  }
}
