package org.numascape.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.numascape.design.AccessPattern;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;

/// Works out one guest's memory accesses.
///
/// `E = Σ_i w_i Σ_c A[i][c] Σ_n P_i(n) Σ_m Q_c(m) L(n,m)`: vCPUs weigh the same, `P` is where a
/// vCPU runs, `Q` where a cell's memory lies, `L` the latency. vCPUs that are in the same place are
/// counted together.
final class Accesses {

  private final HostTopology host;
  private final Latency latency;
  private final DomainId id;
  private final Domain domain;
  private final Map<Integer, Map<Whereabouts, Integer>> vcpus = new TreeMap<>();
  private final Map<Integer, Whereabouts> memory = new TreeMap<>();

  private Accesses(HostTopology host, Latency latency, Map<Item.OfGuest, Seat> seats, Guest guest) {
    this.host = host;
    this.latency = latency;
    this.id = guest.id();
    this.domain = guest.wanted();
    for (var cell : domain.memoryCells()) {
      vcpus.put(cell.id(), groups(cell, seats));
    }
    var touched = touched(seats);
    for (var cell : domain.memoryCells()) {
      memory.put(cell.id(), memoryOf(cell, touched));
    }
  }

  /// What memory accesses cost a guest.
  static AccessCost of(
      HostTopology host, Latency latency, Map<Item.OfGuest, Seat> seats, Guest guest) {
    return new Accesses(host, latency, seats, guest).cost();
  }

  /// How many of a guest's vCPUs (fractions where they spread) read from where, by the node they
  /// run on, then by the node they read (OS indexes).
  static Map<Integer, Map<Integer, Double>> ways(GuestFacts guest, AccessPattern pattern) {
    var accesses = new Accesses(guest.host(), guest.latency(), guest.seats(), guest.guest());
    return accesses.ways(pattern.ownCell());
  }

  private Map<Integer, Map<Integer, Double>> ways(double own) {
    var cells = domain.memoryCells();
    double all = Math.max(1, cells.stream().mapToLong(GuestCell::memoryKib).sum());
    var found = new TreeMap<Integer, Map<Integer, Double>>();
    for (var runner : cells) {
      for (var holder : cells) {
        double alike = (1 - own) * holder.memoryKib() / all;
        double share = holder.id() == runner.id() ? own + alike : alike;
        groupsOf(runner)
            .forEach((place, count) -> add(found, place, placeOf(holder), count * share));
      }
    }
    return found;
  }

  private static void add(
      Map<Integer, Map<Integer, Double>> ways, Whereabouts from, Whereabouts to, double vcpus) {
    if (vcpus > 0) {
      from.shares()
          .forEach((runs, p) ->
              to.shares()
                  .forEach((lies, q) ->
                      ways.computeIfAbsent(runs, node -> new TreeMap<>())
                          .merge(lies, p * q * vcpus, Double::sum)));
    }
  }

  private Map<Whereabouts, Integer> groups(GuestCell cell, Map<Item.OfGuest, Seat> seats) {
    var places = new LinkedHashMap<Seat, Integer>();
    var groups = new LinkedHashMap<Whereabouts, Integer>();
    cell.vcpus().stream()
        .mapToObj(vcpu -> new Item.Vcpu(id, vcpu))
        .flatMap(vcpu -> Optional.ofNullable(seats.get(vcpu)).stream())
        .forEach(seat ->
            places.merge(
                new Seat(new Item.WholeGuest(id), seat.cpus(), seat.hold()), 1, Integer::sum));
    places.forEach((seat, count) -> groups.merge(Whereabouts.of(host, seat), count, Integer::sum));
    groups.keySet().removeIf(place -> place.shares().isEmpty());
    return groups;
  }

  /// Nodes whose CPUs the guest's vCPUs and emulator threads may use: whoever touches memory first
  /// decides.
  private NodeSet touched(Map<Item.OfGuest, Seat> seats) {
    var emulator =
        Optional.ofNullable(seats.get(new Item.Emulator(id)))
            .map(seat -> host.nodesOf(seat.cpus()))
            .orElse(NodeSet.EMPTY);
    return vcpus.values().stream()
        .flatMap(groups -> groups.keySet().stream())
        .map(Whereabouts::nodes)
        .reduce(emulator, NodeSet::or);
  }

  private Whereabouts memoryOf(GuestCell cell, NodeSet touched) {
    var binding = domain.numaTune().bindingOf(cell.id());
    var nodes = binding.map(MemoryBinding::nodes).orElse(NodeSet.EMPTY).and(host.nodeSet());
    if (nodes.isEmpty()) {
      return firstTouch(cell, touched);
    }
    return switch (binding.orElseThrow().mode()) {
      case INTERLEAVE -> Whereabouts.evenly(nodes);
      case STRICT, PREFERRED, RESTRICTIVE -> Whereabouts.somewhere(nodes);
    };
  }

  private Whereabouts firstTouch(GuestCell cell, NodeSet touched) {
    var runners = new ArrayList<Whereabouts>();
    vcpus
        .getOrDefault(cell.id(), Map.of())
        .forEach((place, count) -> runners.addAll(java.util.Collections.nCopies(count, place)));
    NodeSet choices = touched.size() < 2 ? NodeSet.EMPTY : touched;
    return runners.isEmpty()
        ? Whereabouts.somewhere(touched)
        : Whereabouts.average(runners, choices);
  }

  private AccessCost cost() {
    var cells = domain.memoryCells();
    double all = Math.max(1, cells.stream().mapToLong(GuestCell::memoryKib).sum());
    var found = cells.stream().map(cell -> access(cell, all)).toList();
    var own = new Sum();
    found.forEach(cell -> own.add(cell.estimate(), cell.vcpus()));
    var uniform = new Sum();
    found.forEach(cell -> uniform.add(cell.uniform(), cell.vcpus()));
    return new AccessCost(id, found, own.average(), uniform.average(), provenance());
  }

  /// Accesses of a cell's vCPUs to all memory alike.
  private Estimate uniform(GuestCell runner, double all) {
    var sum = new Sum();
    for (var holder : domain.memoryCells()) {
      double weight = holder.memoryKib() / all;
      groupsOf(runner)
          .forEach((place, count) -> sum.add(estimate(place, placeOf(holder)), count * weight));
    }
    return sum.average();
  }

  /// Of every pair of nodes that any access may take.
  private Provenance provenance() {
    var from =
        vcpus.values().stream()
            .flatMap(groups -> groups.keySet().stream())
            .map(Whereabouts::nodes)
            .reduce(NodeSet.EMPTY, NodeSet::or);
    var to = memory.values().stream().map(Whereabouts::nodes).reduce(NodeSet.EMPTY, NodeSet::or);
    return from.stream()
        .boxed()
        .flatMap(runs -> to.stream().mapToObj(lies -> latency.provenance(runs, lies)))
        .reduce(Provenance::or)
        .orElseGet(latency::provenance);
  }

  private Map<Whereabouts, Integer> groupsOf(GuestCell cell) {
    return vcpus.getOrDefault(cell.id(), Map.of());
  }

  private Whereabouts placeOf(GuestCell cell) {
    return memory.getOrDefault(cell.id(), Whereabouts.evenly(NodeSet.EMPTY));
  }

  private CellAccess access(GuestCell cell, double all) {
    var groups = groupsOf(cell);
    var place = placeOf(cell);
    int count = groups.values().stream().mapToInt(Integer::intValue).sum();
    boolean bound =
        domain
            .numaTune()
            .bindingOf(cell.id())
            .filter(rule -> rule.nodes().intersects(host.nodeSet()))
            .isPresent();
    boolean settled =
        count > 0
            && bound
            && place.certain()
            && groups.keySet().stream().allMatch(Whereabouts::certain);
    var sum = new Sum();
    groups.forEach((runner, many) -> sum.add(estimate(runner, place), many));
    return new CellAccess(
        id,
        cell.id(),
        count,
        settled,
        flows(cell, groups, place, count),
        sum.average(),
        uniform(cell, all));
  }

  private List<Flow> flows(
      GuestCell cell, Map<Whereabouts, Integer> groups, Whereabouts place, int count) {
    var shares = new TreeMap<Integer, Map<Integer, Double>>();
    groups.forEach((runner, many) ->
        runner
            .shares()
            .forEach((from, p) ->
                place
                    .shares()
                    .forEach((to, q) ->
                        shares
                            .computeIfAbsent(from, f -> new TreeMap<>())
                            .merge(to, p * q * many / count, Double::sum))));
    var flows = new ArrayList<Flow>();
    shares.forEach(
        (from, row) -> row.forEach((to, share) -> flows.add(flow(cell, from, to, share))));
    flows.sort(Comparator.comparingDouble(Flow::share).reversed());
    return flows;
  }

  private Flow flow(GuestCell cell, int from, int to, double share) {
    OptionalInt distance = latency.distance(from, to);
    return new Flow(id, cell.id(), from, to, share, distance, latency.factor(from, to));
  }

  private Estimate estimate(Whereabouts runner, Whereabouts place) {
    if (place.shares().isEmpty()) {
      return new Estimate(
          Latency.LOCAL_NS, Latency.LOCAL_NS, Latency.LOCAL_NS, Latency.LOCAL_NS, 0);
    }
    double low = Double.MAX_VALUE;
    double high = 0;
    for (var from : runner.cases()) {
      for (var to : place.cases()) {
        double ns = mean(from, to);
        low = Math.min(low, ns);
        high = Math.max(high, ns);
      }
    }
    return new Estimate(
        mean(runner.shares(), place.shares()), low, high, best(runner), remote(runner, place));
  }

  private double mean(Map<Integer, Double> from, Map<Integer, Double> to) {
    double ns = 0;
    for (var p : from.entrySet()) {
      for (var q : to.entrySet()) {
        ns += p.getValue() * q.getValue() * latency.ns(p.getKey(), q.getKey());
      }
    }
    return ns;
  }

  private double best(Whereabouts runner) {
    return runner.shares().entrySet().stream()
        .mapToDouble(p -> p.getValue() * latency.bestNs(p.getKey()))
        .sum();
  }

  private static double remote(Whereabouts runner, Whereabouts place) {
    double local = 0;
    for (var p : runner.shares().entrySet()) {
      local += p.getValue() * place.shares().getOrDefault(p.getKey(), 0.0);
    }
    return Math.max(0, 1 - local);
  }

  /// A weighted average in the making: five sums, and the sum of the weights.
  private static final class Sum {
    private final double[] sums = new double[6];

    void add(Estimate one, double weight) {
      double[] parts = {one.ns(), one.lowNs(), one.highNs(), one.localNs(), one.remoteShare(), 1};
      for (int part = 0; part < parts.length; part++) {
        sums[part] += parts[part] * weight;
      }
    }

    Estimate average() {
      double all = sums[5];
      if (all == 0) {
        double local = Latency.LOCAL_NS;
        return new Estimate(local, local, local, local, 0);
      }
      return new Estimate(
          sums[0] / all, sums[1] / all, sums[2] / all, sums[3] / all, sums[4] / all);
    }
  }
}
