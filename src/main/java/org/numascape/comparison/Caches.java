package org.numascape.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemorySize;
import org.numascape.topology.ObjectId;

/// How large the caches of each level are and which CPUs share one. A level that one host does not
/// tell is left to the counts.
final class Caches implements Aspect {

  /// A cache but for its place.
  private record Form(long sizeKib, int sharing) {}

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    var then = levels(before);
    var now = levels(after);
    return then.keySet().stream()
        .filter(now::containsKey)
        .flatMap(level ->
            compare(level, then.getOrDefault(level, List.of()), now.getOrDefault(level, List.of()))
                .stream());
  }

  private static Map<String, List<Cache>> levels(HostTopology host) {
    return host.all(Cache.class).stream()
        .collect(Collectors.groupingBy(Caches::level, TreeMap::new, Collectors.toList()));
  }

  /// `L3`, `L1 instruction`
  private static String level(Cache cache) {
    return "L" + cache.level() + (cache.type() == CacheType.INSTRUCTION ? " instruction" : "");
  }

  private static List<Difference> compare(String level, List<Cache> then, List<Cache> now) {
    var differences = new ArrayList<Difference>();
    Weight weight = level.equals("L3") ? Weight.NOTABLE : Weight.MINOR;
    String old = forms(then);
    String fresh = forms(now);
    if (!old.equals(fresh)) {
      differences.add(
          new Difference(
              Topic.CACHES,
              weight,
              level + " caches",
              old,
              fresh,
              unlike(then, now),
              unlike(now, then)));
    } else if (!sharers(then).equals(sharers(now))) {
      var moved = unlike(then, now);
      differences.add(
          new Difference(
              Topic.CACHES,
              weight,
              "CPUs that share an " + level + " cache",
              example(then, moved),
              example(now, unlike(now, then)),
              moved,
              unlike(now, then)));
    }
    return differences;
  }

  /// `2 × 32 MiB for 16 CPUs each, 1 × 16 MiB for 4 CPUs`
  private static String forms(List<Cache> caches) {
    var order = Comparator.comparingLong(Form::sizeKib).thenComparingInt(Form::sharing).reversed();
    var counts = new TreeMap<Form, Integer>(order);
    caches.forEach(
        cache -> counts.merge(new Form(cache.sizeKib(), cache.cpus().size()), 1, Integer::sum));
    return Words.list(
        counts.entrySet().stream().map(one -> form(one.getKey(), one.getValue())).toList());
  }

  private static String form(Form form, int count) {
    String size =
        form.sizeKib() == 0 ? "size not told" : MemorySize.ofKib(form.sizeKib()).toString();
    return count
        + " × "
        + size
        + " for "
        + form.sharing()
        + (form.sharing() == 1 ? " CPU" : " CPUs");
  }

  private static Set<CpuSet> sharers(List<Cache> caches) {
    return caches.stream().map(Cache::cpus).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The caches that have no equal among the others.
  private static List<ObjectId> unlike(List<Cache> caches, List<Cache> others) {
    record Equal(long sizeKib, CpuSet cpus) {}
    var known =
        others.stream()
            .map(cache -> new Equal(cache.sizeKib(), cache.cpus()))
            .collect(Collectors.toSet());
    return caches.stream()
        .filter(cache -> !known.contains(new Equal(cache.sizeKib(), cache.cpus())))
        .map(Cache::id)
        .toList();
  }

  private static String example(List<Cache> caches, List<ObjectId> among) {
    return Words.list(
        caches.stream()
            .filter(cache -> among.contains(cache.id()))
            .map(cache -> cache.cpus().toString())
            .limit(2)
            .toList());
  }
}
