package org.numascape.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// All facts of one design, computed once and shared by checks, picture and panels.
///
/// @param latency what an access from node to node takes
/// @param occupancy who may run on which CPU
/// @param memory whose memory is on which node
/// @param hugePages huge pages by node and size
/// @param guests what follows for each guest alone, in the order of the design
/// @param dedicated what guests with CPUs of their own take
public record Analysis(
    Design design,
    Latency latency,
    Occupancy occupancy,
    MemoryBudget memory,
    HugePageBudget hugePages,
    Map<DomainId, GuestFacts> guests,
    DedicatedCpus dedicated) {

  /// The facts of a design.
  public static Analysis of(Design design) {
    return of(design, Latency.of(design), Map.of());
  }

  /// The facts of another design, with everything taken over that cannot be different: what follows
  /// for a guest alone as long as it is the same object on the same host.
  public Analysis after(Design next) {
    boolean same =
        next.host().equals(host()) && next.costs().measured().equals(design.costs().measured());
    return same ? of(next, latency, guests) : of(next);
  }

  private static Analysis of(Design design, Latency latency, Map<DomainId, GuestFacts> before) {
    var host = design.host();
    var thresholds = design.checking().thresholds();
    var isolated = isolated(design);
    var guests = new LinkedHashMap<DomainId, GuestFacts>();
    for (var guest : design.guests()) {
      var id = guest.id();
      var known = before.get(id);
      guests.put(
          id,
          known != null && known.stillOf(host, guest, thresholds, isolated)
              ? known
              : GuestFacts.of(host, latency, guest, thresholds, isolated));
    }
    var memory = MemoryBudget.of(design);
    return new Analysis(
        design,
        latency,
        Occupancy.of(design, guests.values()),
        memory,
        HugePageBudget.of(design, memory),
        Collections.unmodifiableMap(guests),
        DedicatedCpus.of(guests.values()));
  }

  /// CPUs (OS indexes) that the kernel keeps its own work off, as planned, else as the host has it.
  public static CpuSet isolated(Design design) {
    return design
        .isolated()
        .orElseGet(() ->
            CpuSet.of(
                design.host().pus().values().stream()
                    .filter(pu -> pu.state() == PuState.ISOLATED)
                    .map(Pu::osIndex)
                    .toList()));
  }

  /// The host of the design.
  public HostTopology host() {
    return design.host();
  }

  /// What follows for one guest alone.
  public Optional<GuestFacts> guest(DomainId id) {
    return Optional.ofNullable(guests.get(id));
  }

  /// What a guest expects of its CPUs; `SHARED` for a guest that is not there.
  public GuestClass guestClass(DomainId id) {
    return guest(id).map(GuestFacts::guestClass).orElse(GuestClass.SHARED);
  }

  /// Whether two of these guests may run at the same time.
  public boolean meet(Collection<DomainId> ids) {
    var all = List.copyOf(ids);
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (!design.checking().exclusive(all.get(i), all.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  /// What memory accesses cost a guest.
  public Optional<AccessCost> cost(DomainId id) {
    return guest(id).map(GuestFacts::cost);
  }

  /// What an access of a guest takes, its software taken to use its cells as the design says.
  public Optional<Estimate> expected(DomainId id) {
    return cost(id).map(cost -> cost.under(design.costs().pattern(id)));
  }

  /// What memory accesses cost each guest, in the order of the design.
  public Map<DomainId, AccessCost> costs() {
    var found = new LinkedHashMap<DomainId, AccessCost>();
    guests.forEach((id, guest) -> found.put(id, guest.cost()));
    return Collections.unmodifiableMap(found);
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
    for (var guest : guests.values()) {
      guest.cost().cells().stream()
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
    for (var guest : guests.values()) {
      for (var cell : guest.cost().cells()) {
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
    return guest(id).map(GuestFacts::reach).orElse(Reach.NOTHING);
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
