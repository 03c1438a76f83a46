package org.numascape.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;

/// All facts of one design, computed once and shared by checks, picture and panels.
///
/// @param latency what an access from node to node takes
/// @param occupancy who may run on which CPU
/// @param memory whose memory is on which node
/// @param hugePages huge pages by node and size
/// @param classes what each guest expects of its CPUs
/// @param costs what memory accesses cost each guest, in the order of the design
public record Analysis(
    Design design,
    Latency latency,
    Occupancy occupancy,
    MemoryBudget memory,
    HugePageBudget hugePages,
    Map<DomainId, GuestClass> classes,
    Map<DomainId, AccessCost> costs) {

  /// The facts of a design.
  public static Analysis of(Design design) {
    var occupancy = Occupancy.of(design);
    var memory = MemoryBudget.of(design);
    var classes = new LinkedHashMap<DomainId, GuestClass>();
    var costs = new LinkedHashMap<DomainId, AccessCost>();
    var latency = new Latency(design.host());
    for (var guest : design.guests()) {
      classes.put(guest.id(), GuestClass.of(design.host(), guest.wanted()));
      costs.put(guest.id(), Accesses.of(design.host(), latency, occupancy, guest));
    }
    return new Analysis(
        design,
        latency,
        occupancy,
        memory,
        HugePageBudget.of(design, memory),
        Collections.unmodifiableMap(classes),
        Collections.unmodifiableMap(costs));
  }

  /// The host of the design.
  public HostTopology host() {
    return design.host();
  }

  /// What a guest expects of its CPUs; `SHARED` for a guest that is not there.
  public GuestClass guestClass(DomainId id) {
    return classes.getOrDefault(id, GuestClass.SHARED);
  }

  /// What memory accesses cost a guest.
  public Optional<AccessCost> cost(DomainId id) {
    return Optional.ofNullable(costs.get(id));
  }

  /// What memory accesses cost one cell.
  public Optional<CellAccess> access(DomainId id, int cell) {
    return cost(id).stream()
        .flatMap(cost -> cost.cells().stream())
        .filter(access -> access.cell() == cell)
        .findFirst();
  }

  /// Accesses from node to node that are settled and leave their node: what the picture draws as
  /// arcs. What is still open is in `costs`.
  public List<Flow> remoteFlows() {
    var found = new ArrayList<Flow>();
    for (var cost : costs.values()) {
      cost.cells().stream()
          .filter(CellAccess::settled)
          .forEach(cell -> found.addAll(cell.remote()));
    }
    return Collections.unmodifiableList(found);
  }

  /// Share of vCPU-memory pairs of the whole host that are local, 0 to 1, over the vCPUs of all
  /// settled cells; empty while nothing is settled.
  public OptionalDouble locality() {
    double local = 0;
    int all = 0;
    for (var cost : costs.values()) {
      for (var cell : cost.cells()) {
        if (cell.settled()) {
          local += cell.localShare() * cell.vcpus();
          all += cell.vcpus();
        }
      }
    }
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(local / all);
  }

  /// What of the host a guest touches.
  public Reach reach(DomainId id) {
    return design.guest(id).map(this::reach).orElse(Reach.NOTHING);
  }

  private Reach reach(Guest guest) {
    var domain = guest.wanted();
    var cpus =
        domain.memoryCells().stream()
            .map(GuestCell::vcpus)
            .flatMap(vcpus -> vcpus.stream().boxed())
            .flatMap(vcpu -> occupancy.seat(new Item.Vcpu(guest.id(), vcpu)).stream())
            .filter(seat -> seat.hold().pinned())
            .map(Seat::cpus)
            .collect(Unions.ofCpus());
    var memoryNodes =
        domain.memoryCells().stream()
            .flatMap(cell -> domain.numaTune().bindingOf(cell.id()).stream())
            .map(MemoryBinding::nodes)
            .reduce(NodeSet.EMPTY, NodeSet::or);
    return new Reach(cpus, design.host().nodesOf(cpus), memoryNodes);
  }

  /// The node CPUs of which a cell's vCPUs are pinned to; empty while they float or spread over
  /// several.
  public Optional<Integer> home(DomainId id, int cell) {
    CpuSet cpus =
        design.guest(id).stream()
            .flatMap(guest -> guest.wanted().memoryCells().stream())
            .filter(one -> one.id() == cell)
            .flatMap(one -> one.vcpus().stream().boxed())
            .flatMap(vcpu -> occupancy.seat(new Item.Vcpu(id, vcpu)).stream())
            .map(Seat::cpus)
            .collect(Unions.ofCpus());
    var nodes = design.host().nodesOf(cpus);
    return nodes.size() == 1 ? Optional.of(nodes.last()) : Optional.empty();
  }

  /// All memory of one cell, wherever it is bound to.
  public Optional<MemoryShare> memoryOf(DomainId id, int cell) {
    return design.guest(id).stream()
        .flatMap(guest -> guest.wanted().memoryCells().stream())
        .filter(one -> one.id() == cell)
        .flatMap(one ->
            memory
                .shareOf(id, cell)
                .map(part ->
                    new MemoryShare(id, cell, one.memoryKib(), part.mode(), part.pages(), false))
                .stream())
        .findFirst();
  }

  /// Whether a node can take a cell's memory without the node or its pool getting too small, or
  /// smaller still. What the cell has there already counts as free.
  public boolean takes(MemoryShare share, int node) {
    var now = memory.node(node);
    if (now.isEmpty() || now.get().totalKib() == 0) {
      return false;
    }
    var without = now.get().without(share);
    boolean pages =
        share.pages().stream()
            .allMatch(size ->
                hugePages.pool(node, size).stream()
                    .anyMatch(pool -> pool.without(share).spare() * size.kib() >= share.kib()));
    return pages && without.with(share).overKib() <= without.overKib();
  }
}
