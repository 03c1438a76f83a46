package org.numascape.drawing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Estimate;
import org.numascape.design.Item;
import org.numascape.drawing.Tints.Tint;
import org.numascape.topology.Cache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;

/// Finds what is to be coloured how.
record TintsOf(Analysis analysis) {

  /// From these factors on an access counts as a step dearer; the steps of arcs are among them.
  private static final double[] COSTS = {1.05, 1.2, 1.7, 2.5};

  /// Percent of a pool that guests want, from which on it counts as a step fuller.
  private static final int[] FILLS = {1, 50, 85, 101};

  private static final int HOTTEST = 4;

  private static final Tint NO_POOL =
      new Tint(Ink.of(Role.TRACK), Ink.of(Role.MUTED), "no huge pages", "0", "no huge pages");

  /// What colours tell.
  static Tints of(Analysis analysis, Colouring colouring) {
    var tints = new TintsOf(analysis);
    return switch (colouring) {
      case Colouring.ByGuest() -> Tints.GUESTS;
      case Colouring.ByAccessCost() -> onPus(tints.costs());
      case Colouring.ByCacheDomain() -> onPus(tints.caches());
      case Colouring.ByCoreKind() -> onPus(tints.kinds());
      case Colouring.ByHugePages() -> onNodes(tints.pools());
      case Colouring.ByDistance(ObjectId node) -> onNodes(tints.distances(node));
    };
  }

  private static Tints onPus(Map<Integer, Tint> pus) {
    return new Tints(false, pus, Map.of(), true);
  }

  private static Tints onNodes(Map<Integer, Tint> nodes) {
    return new Tints(false, Map.of(), nodes, false);
  }

  /// The mean cost of the guests on each PU.
  private Map<Integer, Tint> costs() {
    var sums = new HashMap<Integer, double[]>();
    for (var seat : analysis.occupancy().seats()) {
      if (seat.hold().pinned() && seat.who() instanceof Item.Vcpu vcpu) {
        var factor = factor(vcpu);
        seat.cpus().stream()
            .forEach(cpu -> {
              double[] sum = sums.computeIfAbsent(cpu, c -> new double[2]);
              sum[0] += factor.orElse(0);
              sum[1] += factor.isPresent() ? 1 : 0;
            });
      }
    }
    var unknown = Tint.unknown("cost of access not known");
    var tints = new HashMap<Integer, Tint>();
    sums.forEach((cpu, sum) -> tints.put(cpu, sum[1] == 0 ? unknown : cost(sum[0] / sum[1])));
    return Map.copyOf(tints);
  }

  private OptionalDouble factor(Item.Vcpu vcpu) {
    int cell =
        analysis
            .design()
            .guest(vcpu.domain())
            .flatMap(guest -> guest.wanted().cellOf(vcpu.vcpu()))
            .map(org.numascape.domain.GuestCell::id)
            .orElse(0);
    return analysis.access(vcpu.domain(), cell).stream()
        .mapToDouble(
            access -> access.under(analysis.design().costs().pattern(vcpu.domain())).factor())
        .filter(Double::isFinite)
        .findFirst();
  }

  private static Tint cost(double factor) {
    int level = 0;
    while (level < COSTS.length && factor >= COSTS[level]) {
      level++;
    }
    String from = level == 0 ? "" : Estimate.times(COSTS[level - 1]);
    String to = level == COSTS.length ? "" : Estimate.times(COSTS[level]);
    String legend =
        level == 0
            ? "local access, below " + to
            : to.isEmpty() ? "access from " + from : "access " + from + " to " + to;
    String words = Estimate.times(factor);
    return Tint.heat(level, words, words, legend);
  }

  /// The last-level cache of each PU.
  private Map<Integer, Tint> caches() {
    var tints = new HashMap<Integer, Tint>();
    var last =
        analysis.host().all(Cache.class).stream()
            .sorted(
                Comparator.comparingInt(Cache::level).reversed().thenComparingInt(Cache::logical))
            .toList();
    for (var cache : last) {
      String words = "L" + cache.level() + "#" + cache.logical();
      String legend = "neighbours of one shade share an L" + cache.level() + " cache";
      var tint = Tint.zone(cache.logical(), words, legend);
      cache.cpus().stream().forEach(cpu -> tints.putIfAbsent(cpu, tint));
    }
    return whole(tints, "caches not told");
  }

  private Map<Integer, Tint> kinds() {
    var facts = analysis.host().facts();
    var tints = new HashMap<Integer, Tint>();
    for (int rank = 0; rank < facts.cpuKinds().size(); rank++) {
      String words = Words.coreKind(facts, rank);
      var tint = Tint.zone(rank, words, Words.coreKindInWords(words));
      facts.cpuKinds().get(rank).cpus().stream().forEach(cpu -> tints.putIfAbsent(cpu, tint));
    }
    return whole(tints, "kind of core not told");
  }

  /// PUs of which no source tells are shown as such.
  private Map<Integer, Tint> whole(Map<Integer, Tint> tints, String legend) {
    var unknown = Tint.unknown(legend);
    analysis.host().pus().keySet().forEach(cpu -> tints.putIfAbsent(cpu, unknown));
    return Map.copyOf(tints);
  }

  /// How much of its huge pages each node's guests want.
  private Map<Integer, Tint> pools() {
    var tints = new HashMap<Integer, Tint>();
    for (int node : analysis.host().nodes().keySet()) {
      double there = 0;
      double wanted = 0;
      var pools = analysis.hugePages().on(node);
      for (var pool : pools) {
        there += (double) pool.pages() * pool.size().kib();
        wanted += (double) pool.needed() * pool.size().kib();
      }
      if (there > 0 || wanted > 0) {
        long percent = there == 0 ? 999 : Math.round(100 * wanted / there);
        tints.put(node, fill(percent));
      } else {
        tints.put(node, pools.isEmpty() ? Tint.unknown("huge pages not told") : NO_POOL);
      }
    }
    return Map.copyOf(tints);
  }

  private static Tint fill(long percent) {
    int level = 0;
    while (level < FILLS.length && percent >= FILLS[level]) {
      level++;
    }
    String legend =
        switch (level) {
          case 0 -> "huge pages unused";
          case 1 -> "huge pages below 50 % planned";
          case 2 -> "huge pages 50 to 84 % planned";
          case 3 -> "huge pages 85 to 100 % planned";
          default -> "more huge pages planned than there are";
        };
    String brief = percent > 900 ? "no pool" : percent + " %";
    String words = percent > 900 ? "no pool" : percent + " % of pages";
    return Tint.heat(level, words, brief, legend);
  }

  /// How far every node is from one.
  private Map<Integer, Tint> distances(ObjectId from) {
    var node = analysis.host().object(from);
    var unknown = Tint.unknown("distance not told");
    if (node.isEmpty() || !(node.get() instanceof NumaNode start)) {
      return analysis.host().nodes().keySet().stream()
          .collect(Collectors.toUnmodifiableMap(other -> other, other -> unknown));
    }
    var matrix = analysis.host().distances();
    var others =
        analysis.host().nodes().keySet().stream()
            .filter(other -> other != start.osIndex())
            .flatMap(other -> matrix.between(start.osIndex(), other).stream().boxed())
            .toList();
    var tints = new HashMap<Integer, Tint>();
    for (int other : analysis.host().nodes().keySet()) {
      var far = matrix.between(start.osIndex(), other);
      if (far.isPresent()) {
        int level = other == start.osIndex() ? 0 : step(far.getAsInt(), others);
        String words = "distance " + far.getAsInt();
        String brief = Integer.toString(far.getAsInt());
        tints.put(other, Tint.heat(level, words, brief, words + " from node " + start.osIndex()));
      } else {
        tints.put(other, unknown);
      }
    }
    return Map.copyOf(tints);
  }

  /// The nearest other node is a step above local, the farthest the hottest.
  private static int step(int far, List<Integer> all) {
    int least = all.stream().min(Comparator.naturalOrder()).orElse(far);
    int most = all.stream().max(Comparator.naturalOrder()).orElse(far);
    return most == least
        ? 2
        : 1 + Math.round((float) (HOTTEST - 1) * (far - least) / (most - least));
  }
}
