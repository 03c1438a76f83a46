package org.numascape.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
/// @param reserved host CPUs (OS indexes) kept for the host itself
/// @param pools huge-page pools that shall differ from what the host has
/// @param checking what people told the rules
public record Design(
    String name,
    HostTopology host,
    HostSource source,
    List<Guest> guests,
    CpuSet reserved,
    List<PoolPlan> pools,
    CheckSettings checking) {

  /// Copies the lists; refuses two guests of one id.
  public Design {
    guests = List.copyOf(guests);
    pools = List.copyOf(pools);
    var ids = new HashSet<DomainId>();
    for (var guest : guests) {
      if (!ids.add(guest.id())) {
        throw new IllegalArgumentException("two guests are called " + guest.name());
      }
    }
  }

  /// A design of which the rules were told nothing.
  public Design(
      String name,
      HostTopology host,
      HostSource source,
      List<Guest> guests,
      CpuSet reserved,
      List<PoolPlan> pools) {
    this(name, host, source, guests, reserved, pools, CheckSettings.STANDARD);
  }

  /// A design of a host that nothing is planned for.
  public static Design of(String name, HostTopology host, HostSource source, List<Guest> guests) {
    return new Design(name, host, source, guests, CpuSet.EMPTY, List.of());
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
    return others.equals(guests) ? this : new Design(name, host, source, others, reserved, pools, checking);
  }

  /// The design with other CPUs kept for the host.
  public Design withReserved(CpuSet cpus) {
    return new Design(name, host, source, guests, cpus, pools, checking);
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
    return new Design(name, host, source, guests, reserved, others, checking);
  }

  /// The design with other words to the rules; itself when they are the same.
  public Design withChecking(CheckSettings settings) {
    return settings.equals(checking)
        ? this
        : new Design(name, host, source, guests, reserved, pools, settings);
  }

  /// The design under another name.
  public Design named(String other) {
    return new Design(other, host, source, guests, reserved, pools, checking);
  }

  /// The design with another word on where its host came from.
  public Design withSource(HostSource from) {
    return from.equals(source) ? this : new Design(name, host, from, guests, reserved, pools, checking);
  }

  /// The design on a host read anew.
  public Design onHost(HostTopology other, HostSource from) {
    return new Design(name, other, from, guests, reserved, pools, checking);
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
    Design moved = new Design(name, read.host(), source, standing, reserved, List.of(), checking);
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
