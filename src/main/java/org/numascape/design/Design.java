package org.numascape.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.numascape.domain.Domain;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;

/// The document: a host, the guests on it, and what is planned for both. Immutable.
///
/// @param name what the person calls the design
/// @param lanes what is kept from guests: for the host itself, and for other software
/// @param pools huge-page pools that shall differ from what the host has
/// @param isolated host CPUs (OS indexes) that the kernel shall keep its own work off; empty leaves
///   that as it is
/// @param checking what people told the rules
/// @param costs what people told of the cost of memory accesses
/// @param snapshots states kept under a name, oldest first
public record Design(
    String name,
    HostTopology host,
    HostSource source,
    List<Guest> guests,
    List<Lane> lanes,
    List<PoolPlan> pools,
    Optional<CpuSet> isolated,
    CheckSettings checking,
    CostSettings costs,
    List<Snapshot> snapshots) {

  /// Copies the lists; refuses two guests of one id, and two lanes or snapshots of one name.
  public Design {
    guests = List.copyOf(guests);
    lanes = List.copyOf(lanes);
    pools = List.copyOf(pools);
    snapshots = List.copyOf(snapshots);
    var kept = new HashSet<String>();
    for (var snapshot : snapshots) {
      if (!kept.add(snapshot.name())) {
        throw new IllegalArgumentException("two snapshots are called " + snapshot.name());
      }
    }
    var names = new HashSet<String>();
    for (var lane : lanes) {
      if (!names.add(lane.name())) {
        throw new IllegalArgumentException("two lanes are called " + lane.name());
      }
    }
    var ids = new HashSet<DomainId>();
    for (var guest : guests) {
      if (!ids.add(guest.id())) {
        throw new IllegalArgumentException("two guests are called " + guest.name());
      }
    }
  }

  /// A design without snapshots.
  public Design(
      String name,
      HostTopology host,
      HostSource source,
      List<Guest> guests,
      List<Lane> lanes,
      List<PoolPlan> pools,
      Optional<CpuSet> isolated,
      CheckSettings checking) {
    this(
        name,
        host,
        source,
        guests,
        lanes,
        pools,
        isolated,
        checking,
        CostSettings.STANDARD,
        List.of());
  }

  /// A design that keeps CPUs for the host alone.
  public Design(
      String name,
      HostTopology host,
      HostSource source,
      List<Guest> guests,
      CpuSet reserved,
      List<PoolPlan> pools) {
    this(
        name,
        host,
        source,
        guests,
        Lane.keptForHost(reserved),
        pools,
        Optional.empty(),
        CheckSettings.STANDARD);
  }

  /// A design of a host that nothing is planned for.
  public static Design of(String name, HostTopology host, HostSource source, List<Guest> guests) {
    return new Design(
        name, host, source, guests, List.of(), List.of(), Optional.empty(), CheckSettings.STANDARD);
  }

  /// The guest of that id.
  public Optional<Guest> guest(DomainId id) {
    return guests.stream().filter(guest -> guest.id().equals(id)).findFirst();
  }

  /// The guests that the design wants changed.
  public Stream<Guest> changedGuests() {
    return guests.stream().filter(Guest::changed);
  }

  /// Pages the pool of a node will have: planned, else as the host has it; empty where the host has
  /// no such pool.
  public OptionalLong poolPages(int node, PageSize size) {
    var planned =
        pools.stream()
            .filter(plan -> plan.node() == node && plan.size().equals(size))
            .mapToLong(PoolPlan::pages)
            .findFirst();
    if (planned.isPresent()) {
      return planned;
    }
    return host.node(node).flatMap(found -> found.pool(size)).stream()
        .mapToLong(HugePagePool::total)
        .findFirst();
  }

  /// The design with one guest changed; itself when there is no such guest or nothing changes.
  public Design withDomain(DomainId id, UnaryOperator<Domain> change) {
    var changed =
        guests.stream()
            .map(g -> g.id().equals(id) ? g.wanting(change.apply(g.wanted())) : g)
            .toList();
    return withGuests(changed);
  }

  /// The design with other guests.
  public Design withGuests(List<Guest> others) {
    return others.equals(guests)
        ? this
        : new Design(
            name, host, source, others, lanes, pools, isolated, checking, costs, snapshots);
  }

  /// The design with other CPUs kept for the host.
  public Design withReserved(CpuSet cpus) {
    var own = lane(Lane.HOST).orElse(new Lane(Lane.HOST, CpuSet.EMPTY, Map.of()));
    return withLane(own.withCpus(cpus));
  }

  /// Host CPUs (OS indexes) kept for the host itself.
  public CpuSet reserved() {
    return lane(Lane.HOST).map(Lane::cpus).orElse(CpuSet.EMPTY);
  }

  /// Host CPUs (OS indexes) kept from guests, for whomever.
  public CpuSet keptCpus() {
    return lanes.stream().map(Lane::cpus).reduce(CpuSet.EMPTY, CpuSet::or);
  }

  /// Memory of a node kept from guests, for whomever, in KiB.
  public long keptKib(int node) {
    return lanes.stream().mapToLong(lane -> lane.memoryKib().getOrDefault(node, 0L)).sum();
  }

  /// Huge pages of a node kept from guests, for whomever.
  public long keptPages(int node, PageSize size) {
    return lanes.stream().mapToLong(lane -> lane.pages(node, size)).sum();
  }

  /// The lane that a CPU (OS index) is kept by.
  public Optional<Lane> laneOf(int cpu) {
    return lanes.stream().filter(lane -> lane.cpus().contains(cpu)).findFirst();
  }

  /// The lane of that name.
  public Optional<Lane> lane(String called) {
    return lanes.stream().filter(lane -> lane.name().equals(called)).findFirst();
  }

  /// The design with a lane added or, where there is one of its name, replaced; one that keeps
  /// nothing goes.
  public Design withLane(Lane lane) {
    var others = new ArrayList<Lane>();
    boolean placed = false;
    for (var old : lanes) {
      boolean same = old.name().equals(lane.name());
      placed |= same;
      others.add(same ? lane : old);
    }
    if (!placed) {
      others.add(lane);
    }
    others.removeIf(Lane::keepsNothing);
    return others.equals(lanes)
        ? this
        : new Design(
            name, host, source, guests, others, pools, isolated, checking, costs, snapshots);
  }

  /// The design with other CPUs isolated by the kernel.
  public Design withIsolated(Optional<CpuSet> cpus) {
    return cpus.equals(isolated)
        ? this
        : new Design(name, host, source, guests, lanes, pools, cpus, checking, costs, snapshots);
  }

  /// The design with one pool planned; a plan equal to what the host has is dropped.
  public Design withPool(PoolPlan plan) {
    var others = new ArrayList<PoolPlan>();
    pools.stream()
        .filter(old -> old.node() != plan.node() || !old.size().equals(plan.size()))
        .forEach(others::add);
    boolean asIs =
        host.node(plan.node())
            .flatMap(node -> node.pool(plan.size()))
            .filter(pool -> pool.total() == plan.pages())
            .isPresent();
    if (!asIs) {
      others.add(plan);
    }
    return new Design(
        name, host, source, guests, lanes, others, isolated, checking, costs, snapshots);
  }

  /// The design with other words to the rules; itself when they are the same.
  public Design withChecking(CheckSettings settings) {
    return settings.equals(checking)
        ? this
        : new Design(
            name, host, source, guests, lanes, pools, isolated, settings, costs, snapshots);
  }

  /// The design with other words on what accesses cost; itself when they are the same.
  public Design withCosts(CostSettings settings) {
    return settings.equals(costs)
        ? this
        : new Design(
            name, host, source, guests, lanes, pools, isolated, checking, settings, snapshots);
  }

  /// The snapshot of that name.
  public Optional<Snapshot> snapshot(String called) {
    return snapshots.stream().filter(one -> one.name().equals(called)).findFirst();
  }

  /// The design with other snapshots.
  public Design withSnapshots(List<Snapshot> others) {
    return others.equals(snapshots)
        ? this
        : new Design(name, host, source, guests, lanes, pools, isolated, checking, costs, others);
  }

  /// The design with one snapshot more; it takes the place of one of its name.
  public Design withSnapshot(Snapshot snapshot) {
    var others = new ArrayList<>(snapshots);
    others.removeIf(one -> one.name().equals(snapshot.name()));
    others.add(snapshot);
    return withSnapshots(others);
  }

  /// The design under another name.
  public Design named(String other) {
    return new Design(
        other, host, source, guests, lanes, pools, isolated, checking, costs, snapshots);
  }

  /// The design with another word on where its host came from.
  public Design withSource(HostSource from) {
    return from.equals(source)
        ? this
        : new Design(name, host, from, guests, lanes, pools, isolated, checking, costs, snapshots);
  }

  /// The design on a host read anew.
  public Design onHost(HostTopology other, HostSource from) {
    return new Design(
        name, other, from, guests, lanes, pools, isolated, checking, costs, snapshots);
  }

  /// The design on the host of `read`, with what it wants of each guest kept; see
  /// [History#refreshed].
  ///
  /// @param before the present design before the host was read
  Design readAs(Design read, Design before) {
    var standing =
        guests.stream()
            .map(guest ->
                read.guest(guest.id())
                    .map(fresh -> guest.readAs(fresh, before.guest(guest.id())))
                    .orElse(guest))
            .toList();
    Design moved =
        new Design(
            name,
            read.host(),
            source,
            standing,
            lanes,
            List.of(),
            isolated,
            checking,
            costs,
            snapshots);
    for (var plan : pools) {
      moved = moved.withPool(plan);
    }
    for (var pool : host.nodes().values().stream().flatMap(Design::poolsOf).toList()) {
      boolean planned = moved.poolPages(pool.node(), pool.size()).orElse(-1) == pool.pages();
      boolean ours = before.pools().stream().anyMatch(pool::sameAs);
      boolean own = pools.stream().anyMatch(pool::sameAs);
      if (!planned && ours && !own) {
        moved = moved.withPool(pool);
      }
    }
    return moved.withSnapshots(snapshotsReadAs(read, before));
  }

  /// The snapshots, standing on what the host has now as the design itself does.
  private List<Snapshot> snapshotsReadAs(Design read, Design before) {
    return snapshots.stream().map(one -> one.from(one.of(this).readAs(read, before))).toList();
  }

  private static Stream<PoolPlan> poolsOf(NumaNode node) {
    return node.pools().stream()
        .map(pool -> new PoolPlan(node.osIndex(), pool.size(), pool.total()));
  }
}
