package org.numascape.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.TopologyObject;

/// Finds CPUs for vCPUs below a part of the host.
///
/// A CPU is free when it is usable, not kept for the host, not kept idle, and no other vCPU is held
/// to it; what the moved vCPUs leave behind counts as free. Free CPUs go first to where no other
/// thread is pinned. When there are not enough, the rest share, as evenly as can be, rather among
/// themselves than with others, and never with a real-time vCPU while there is another way.
public final class Spread {

  private final Analysis facts;
  private final HostTopology host;
  private final Set<Item.Vcpu> moved;
  private final CpuSet below;
  private final CpuSet allowed;
  private final Map<Integer, List<Item.Vcpu>> held = new HashMap<>();

  private Spread(Analysis facts, List<Item.Vcpu> vcpus, CpuSet below) {
    this.facts = facts;
    this.host = facts.host();
    this.moved = new LinkedHashSet<>(vcpus);
    this.below = below.and(host.usableCpus());
    var occupancy = facts.occupancy();
    var forOthers =
        CpuSet.of(
            occupancy.keptIdle().stream()
                .filter(cpu -> occupancy.idleSibling(cpu).filter(moved::contains).isEmpty())
                .boxed()
                .toList());
    this.allowed = host.usableCpus().minus(facts.design().keptCpus()).minus(forOthers);
  }

  /// Where these vCPUs come to lie on the CPUs of `below` (OS indexes).
  public static Landing onto(
      Analysis facts, List<Item.Vcpu> vcpus, CpuSet below, ThreadPolicy policy) {
    return new Spread(facts, vcpus, below).land(policy);
  }

  private Landing land(ThreadPolicy policy) {
    var cores = cores();
    var whole = cores.stream().filter(core -> core.size() == coreSize(core)).toList();
    var split = cores.stream().filter(core -> core.size() < coreSize(core)).toList();
    var order = new LinkedHashSet<Integer>();
    switch (policy) {
      case SIBLINGS_TOGETHER -> {
        whole.forEach(order::addAll);
        split.forEach(order::addAll);
      }
      case ISOLATE -> whole.forEach(core -> order.add(core.getFirst()));
      case ANY -> below.stream().boxed().filter(this::free).sorted(logical()).forEach(order::add);
    }
    int apart = policy == ThreadPolicy.ISOLATE ? order.size() : Integer.MAX_VALUE;
    cores.forEach(order::addAll);
    return seat(List.copyOf(order), apart);
  }

  /// The free CPUs of each core in logical order; cores where nothing else is pinned first.
  private List<List<Integer>> cores() {
    var found = new LinkedHashMap<CpuSet, List<Integer>>();
    below.stream()
        .boxed()
        .filter(this::free)
        .sorted(logical())
        .forEach(cpu -> found.computeIfAbsent(host.siblings(cpu), c -> new ArrayList<>()).add(cpu));
    var cores = new ArrayList<>(found.values());
    cores.sort(Comparator.comparing(core -> core.stream().anyMatch(this::busy)));
    return cores;
  }

  private int coreSize(List<Integer> core) {
    return host.siblings(core.getFirst()).and(host.usableCpus()).size();
  }

  private Comparator<Integer> logical() {
    return Comparator.comparingInt(
        cpu -> host.pu(cpu).map(TopologyObject::id).map(id -> id.logical()).orElse(cpu));
  }

  private boolean free(int cpu) {
    return allowed.contains(cpu) && holders(cpu).isEmpty();
  }

  /// The other vCPUs held to a CPU.
  private List<Item.Vcpu> holders(int cpu) {
    return held.computeIfAbsent(cpu, this::findHolders);
  }

  private List<Item.Vcpu> findHolders(int cpu) {
    return facts.occupancy().seatsOn(cpu).stream()
        .filter(seat -> seat.hold().firm())
        .flatMap(seat -> vcpu(seat).stream())
        .filter(vcpu -> !moved.contains(vcpu))
        .toList();
  }

  private static Optional<Item.Vcpu> vcpu(Seat seat) {
    return seat.who() instanceof Item.Vcpu vcpu ? Optional.of(vcpu) : Optional.empty();
  }

  private boolean busy(int cpu) {
    return facts.occupancy().seatsOn(cpu).stream()
        .anyMatch(seat -> vcpu(seat).filter(moved::contains).isEmpty());
  }

  private Landing seat(List<Integer> order, int apart) {
    var pins = new LinkedHashMap<Item.Vcpu, CpuSet>();
    var leftover = new ArrayList<Item.Vcpu>();
    var landed = new HashMap<Integer, Integer>();
    int placed = 0;
    for (var vcpu : moved) {
      Optional<Integer> cpu =
          placed < order.size() ? Optional.of(order.get(placed)) : leastCrowded(landed);
      if (cpu.isEmpty()) {
        leftover.add(vcpu);
        continue;
      }
      if (placed < order.size()) {
        placed++;
      }
      landed.merge(cpu.get(), 1, Integer::sum);
      pins.put(vcpu, CpuSet.of(cpu.get()));
    }
    return new Landing(pins, placed, pins.size() - placed, Math.max(0, placed - apart), leftover);
  }

  private Optional<Integer> leastCrowded(Map<Integer, Integer> landed) {
    var candidates = below.and(allowed).isEmpty() ? below : below.and(allowed);
    return candidates.stream()
        .boxed()
        .min(
            Comparator.comparing(this::realTime)
                .thenComparingInt(cpu -> holders(cpu).size() + landed.getOrDefault(cpu, 0))
                .thenComparing(cpu -> !holders(cpu).isEmpty())
                .thenComparing(logical()));
  }

  private boolean realTime(int cpu) {
    return holders(cpu).stream()
        .anyMatch(vcpu -> facts.guestClass(vcpu.domain()) == GuestClass.REAL_TIME);
  }
}
