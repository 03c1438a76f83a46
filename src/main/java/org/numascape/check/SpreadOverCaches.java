package org.numascape.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Landing;
import org.numascape.analysis.Spread;
import org.numascape.analysis.ThreadPolicy;
import org.numascape.design.Edit;
import org.numascape.topology.Cache;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// A cell's vCPUs are around several L3 caches and would fit around one that has room.
final class SpreadOverCaches implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.guests().values().stream()
        .filter(GuestFacts::dedicated)
        .flatMap(guest ->
            guest.domain().memoryCells().stream()
                .flatMap(cell -> examine(facts, guest, cell.id()).stream()));
  }

  private static Optional<Finding> examine(Analysis facts, GuestFacts guest, int cell) {
    var cpus = guest.cpusOf(cell);
    var caches = caches(facts.host(), cpus);
    if (caches.size() < 2 || facts.host().nodesOf(cpus).size() != 1) {
      return Optional.empty();
    }
    long cores = cores(facts.host(), cpus);
    boolean room =
        caches(facts.host(), facts.host().cpusOf(facts.host().nodesOf(cpus).last())).stream()
            .anyMatch(cache -> room(facts, cache, cpus) >= cores);
    var vcpus = guest.vcpusOf(cell);
    return room
        ? Optional.of(
            Finding.of(
                    "P-13",
                    Severity.WARNING,
                    guest,
                    Words.vcpus(Words.ids(vcpus))
                        + " are spread over "
                        + caches.size()
                        + " L3 caches and would fit around one")
                .at(vcpus)
                .fixed(now -> fixes(now, guest, cell)))
        : Optional.empty();
  }

  private static List<Cache> caches(HostTopology host, CpuSet cpus) {
    var found = new ArrayList<Cache>();
    var rest = cpus;
    while (!rest.isEmpty()) {
      int cpu = rest.first().orElseThrow();
      var cache = host.l3(cpu);
      cache.ifPresent(found::add);
      rest = rest.minus(cache.map(Cache::cpus).orElse(CpuSet.EMPTY).or(CpuSet.of(cpu)));
    }
    return found;
  }

  /// How many cores these CPUs are of.
  private static long cores(HostTopology host, CpuSet cpus) {
    return cpus.stream()
        .filter(cpu -> host.siblings(cpu).and(cpus).first().orElse(cpu) == cpu)
        .count();
  }

  /// Cores of the cache that are free or the guest's own.
  private static long room(Analysis facts, Cache cache, CpuSet own) {
    var host = facts.host();
    var usable = cache.cpus().and(host.usableCpus());
    var open = facts.occupancy().free().or(own);
    return usable.stream()
        .filter(cpu -> {
          var core = host.siblings(cpu).and(usable);
          return core.first().orElse(cpu) == cpu && open.containsAll(core);
        })
        .count();
  }

  private static List<Fix> fixes(Analysis facts, GuestFacts guest, int cell) {
    var own = guest.cpusOf(cell);
    var vcpus = guest.vcpusOf(cell);
    long cores = cores(facts.host(), own);
    var policy = cores == vcpus.size() ? ThreadPolicy.ISOLATE : ThreadPolicy.SIBLINGS_TOGETHER;
    return caches(facts.host(), facts.host().cpusOf(facts.host().nodesOf(own).last())).stream()
        .filter(cache -> room(facts, cache, own) >= cores)
        .sorted(Comparator.comparingLong((Cache cache) -> -room(facts, cache, own)))
        .map(cache -> Spread.onto(facts, vcpus, cache.cpus(), policy))
        .filter(Landing::fits)
        .map(landing -> {
          String label =
              "Pack "
                  + Words.vcpus(Words.ids(vcpus))
                  + " of "
                  + guest.guest().name()
                  + " around one L3";
          return new Fix(label, new Edit.Together(label, landing.edits()));
        })
        .limit(1)
        .toList();
  }
}
