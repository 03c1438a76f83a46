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
public record Design(
    String name,
    HostTopology host,
    HostSource source,
    List<Guest> guests,
    List<Lane> lanes,
    List<PoolPlan> pools,
    Optional<CpuSet> isolated,
    CheckSettings checking,
    CostSettings costs) {

  /// Copies the lists; refuses two guests of one id and two lanes of one name.
  public Design {
    guests = List.copyOf(guests);
    lanes = List.copyOf(lanes);
    pools = List.copyOf(pools);
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
        CheckSettings.STANDARD,
        CostSettings.STANDARD);
  }

  /// A design of a host that nothing is planned for.
  public static Design of(String name, HostTopology host, HostSource source, List<Guest> guests) {
    return new Design(
        name,
        host,
        source,
        guests,
        List.of(),
        List.of(),
        Optional.empty(),
        CheckSettings.STANDARD,
        CostSettings.STANDARD);
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
        : new Design(name, host, source, others, lanes, pools, isolated, checking, costs);
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
        : new Design(name, host, source, guests, others, pools, isolated, checking, costs);
  }

  /// The design with other CPUs isolated by the kernel.
  public Design withIsolated(Optional<CpuSet> cpus) {
    return cpus.equals(isolated)
        ? this
        : new Design(name, host, source, guests, lanes, pools, cpus, checking, costs);
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
    return new Design(name, host, source, guests, lanes, others, isolated, checking, costs);
  }

  /// The design with other words to the rules; itself when they are the same.
  public Design withChecking(CheckSettings settings) {
    return settings.equals(checking)
        ? this
        : new Design(name, host, source, guests, lanes, pools, isolated, settings, costs);
  }

  /// The design with other words on what accesses cost; itself when they are the same.
  public Design withCosts(CostSettings settings) {
    return settings.equals(costs)
        ? this
        : new Design(name, host, source, guests, lanes, pools, isolated, checking, settings);
  }

  /// The design under another name.
  public Design named(String other) {
    return new Design(other, host, source, guests, lanes, pools, isolated, checking, costs);
  }

  /// The design with another word on where its host came from.
  public Design withSource(HostSource from) {
    return from.equals(source)
        ? this
        : new Design(name, host, from, guests, lanes, pools, isolated, checking, costs);
  }

  /// The design on a host read anew.
  public Design onHost(HostTopology other, HostSource from) {
    return new Design(name, other, from, guests, lanes, pools, isolated, checking, costs);
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
            name, read.host(), source, standing, lanes, List.of(), isolated, checking, costs);
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
    return moved;
  }

  private static Stream<PoolPlan> poolsOf(NumaNode node) {
    return node.pools().stream()
        .map(pool -> new PoolPlan(node.osIndex(), pool.size(), pool.total()));
  }
}
