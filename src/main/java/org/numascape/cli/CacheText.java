package org.numascape.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.numascape.topology.Cache;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemorySize;

/// The CPU caches of a host in one sentence: how many of each kind, size and number of CPUs.
interface CacheText {

  /// Caches that are alike.
  private static String alike(Cache cache) {
    String size = cache.sizeKib() == 0 ? "" : " of " + MemorySize.ofKib(cache.sizeKib());
    int cpus = cache.cpus().size();
    String kind = cache.id().kind().hwlocName().replace("Cache", "");
    return "%s%s for %,d %s".formatted(kind, size, cpus, cpus == 1 ? "CPU" : "CPUs");
  }

  /// The sentence, largest caches first; empty where no caches are known.
  static String of(HostTopology host) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (var cache : inOrder(host)) {
      counts.merge(alike(cache), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(entry ->
            Wrapped.tied(String.format(Locale.ROOT, "%,d ", entry.getValue()) + entry.getKey()))
        .collect(Collectors.joining("; "));
  }

  private static List<Cache> inOrder(HostTopology host) {
    return host.all(Cache.class).stream()
        .sorted(Comparator.comparing(cache -> cache.id().kind()))
        .toList();
  }
}
