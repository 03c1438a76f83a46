package org.numascape.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.numascape.design.CostSettings;
import org.numascape.design.Design;
import org.numascape.design.DomainId;

/// What all guests ask of the memory of each node, against what it can deliver: a check beside the
/// cost of an access, which knows nothing of other guests.
///
/// Each plugged in vCPU counts as busy. What it reads is what somebody said of its guest, else
/// guessed, [Traffic#LEAST_GUESS] to [Traffic#MOST_GUESS] GB/s. Of guests that never run at the
/// same time those count that ask for the most. Worked out when asked for, a few µs a guest.
public final class MemoryTraffic {

  private final Design design;
  private final CostSettings settings;
  private final Throughput throughput;

  /// By guest: vCPUs (fractions where they spread) by node they run on, then by node they read.
  private final Map<DomainId, Map<Integer, Map<Integer, Double>>> vcpus = new LinkedHashMap<>();

  private MemoryTraffic(Analysis facts) {
    this.design = facts.design();
    this.settings = design.costs();
    this.throughput = Throughput.of(design);
    facts
        .guests()
        .forEach((id, guest) -> vcpus.put(id, Accesses.ways(guest, settings.pattern(id))));
  }

  /// The traffic of a design.
  public static MemoryTraffic of(Analysis facts) {
    return new MemoryTraffic(facts);
  }

  /// What is asked of one node's memory by all.
  public Traffic into(int node) {
    return traffic(OptionalInt.empty(), node);
  }

  /// What concerns a guest: of each node it reads from what all ask of its memory, and the ways to
  /// other nodes the bandwidth of which is known; by node.
  public List<Traffic> of(DomainId id) {
    var ways = vcpus.getOrDefault(id, Map.of());
    var read = new TreeSet<Integer>();
    ways.values().forEach(row -> read.addAll(row.keySet()));
    var found = new ArrayList<Traffic>();
    for (int to : read) {
      found.add(into(to));
      new TreeSet<>(ways.keySet())
          .stream()
              .filter(from -> from != to && ways.getOrDefault(from, Map.of()).containsKey(to))
              .map(from -> traffic(OptionalInt.of(from), to))
              .filter(Traffic::known)
              .forEach(found::add);
    }
    return List.copyOf(found);
  }

  private Traffic traffic(OptionalInt from, int to) {
    var wants = new LinkedHashMap<DomainId, Long>();
    vcpus.forEach((id, ways) -> {
      double busy = busy(ways, from, to);
      if (busy > 0) {
        wants.put(id, Math.round(1e6 * busy * most(id)));
      }
    });
    var atOnce = AtOnce.of(design.checking().neverTogether(), wants);
    ToDoubleFunction<DomainId> count = id -> busy(vcpus.getOrDefault(id, Map.of()), from, to);
    int giver = from.orElse(to);
    return new Traffic(
        from,
        to,
        atOnce.size(),
        atOnce.stream().mapToDouble(id -> count.applyAsDouble(id) * least(id)).sum(),
        atOnce.stream().mapToDouble(id -> count.applyAsDouble(id) * most(id)).sum(),
        atOnce.stream().anyMatch(id -> settings.appetite(id).isEmpty()),
        throughput.gbs(giver, to),
        throughput.measuredPair(giver, to));
  }

  private double least(DomainId id) {
    return settings.appetite(id).orElse(Traffic.LEAST_GUESS);
  }

  private double most(DomainId id) {
    return settings.appetite(id).orElse(Traffic.MOST_GUESS);
  }

  private static double busy(Map<Integer, Map<Integer, Double>> ways, OptionalInt from, int to) {
    return from.isPresent()
        ? ways.getOrDefault(from.getAsInt(), Map.of()).getOrDefault(to, 0.0)
        : ways.values().stream().mapToDouble(row -> row.getOrDefault(to, 0.0)).sum();
  }
}
