package org.numascape.format.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.numascape.topology.Contradiction;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PageSize;

/// What several sources tell of one host together, and where they contradict each other. Of each
/// fact the source that knows best ([Tool]'s order) is believed; nothing is averaged. What was free
/// when a tool ran changes, and is no contradiction.
final class Settled {

  final List<Told> sources;
  final CpuSet offline;
  final CpuSet cpus;
  final Map<Integer, Node> nodes = new TreeMap<>();
  final Map<ObjectKind, List<CpuSet>> parts = new EnumMap<>(ObjectKind.class);
  final Map<ObjectKind, CacheSize> cacheSizes = new EnumMap<>(ObjectKind.class);
  final Map<Integer, Double> topMhz = new HashMap<>();
  final Map<String, String> words = new LinkedHashMap<>();
  final DistanceMatrix distances;
  final Optional<Node> wholeHost;
  private final Quarrels quarrels;

  Settled(List<Told> told) {
    this.sources = told.stream().sorted(Comparator.comparing(Told::tool)).toList();
    this.quarrels = new Quarrels(sources);
    this.offline = offline();
    this.cpus = cpus();
    settleNodes();
    this.distances = distances();
    settleParts();
    settleCounts();
    settleCaches();
    settleWords();
    this.wholeHost = wholeHost();
  }

  List<Contradiction> contradictions() {
    return quarrels.found();
  }

  /// The number the best source tells.
  OptionalInt count(Told.Count count) {
    return sources.stream().flatMapToInt(source -> source.count(count).stream()).findFirst();
  }

  private CpuSet offline() {
    var online =
        quarrels.settle(
            "online CPUs",
            source -> tellsAllCpus(source) ? Optional.of(source.online()) : Optional.empty(),
            Objects::equals,
            CpuSet::toString);
    var offline = CpuSet.EMPTY;
    for (var source : sources) {
      offline = offline.or(source.offline());
    }
    var off = offline.minus(online.orElse(CpuSet.EMPTY));
    sources.stream()
        .filter(source -> !tellsAllCpus(source) && !source.online().and(off).isEmpty())
        .forEach(source -> quarrels.add(onAndOff(source, off)));
    return off;
  }

  /// A source that lists CPUs as there that another one tells to be off.
  private Contradiction onAndOff(Told on, CpuSet off) {
    var cpus = on.online().and(off);
    var claims =
        new ArrayList<>(
            sources.stream()
                .filter(source -> !source.offline().and(cpus).isEmpty())
                .map(source -> Quarrels.claim(source, "off"))
                .toList());
    claims.add(Quarrels.claim(on, "on"));
    return new Contradiction((cpus.size() == 1 ? "CPU " : "CPUs ") + cpus, claims);
  }

  /// `numactl` leaves out CPUs that are in no node.
  private static boolean tellsAllCpus(Told source) {
    return source.tool() != Tool.NUMACTL && !source.online().isEmpty();
  }

  private CpuSet cpus() {
    var all = CpuSet.EMPTY;
    for (var source : sources) {
      all = all.or(source.cpus());
    }
    int count = count(Told.Count.CPUS).orElse(0);
    return all.isEmpty() && count > 0 ? CpuSet.range(0, count - 1) : all;
  }

  private void settleNodes() {
    quarrels.settle(
        "NUMA nodes",
        source -> listsAllNodes(source) ? Optional.of(nodesOf(source)) : Optional.empty(),
        Objects::equals,
        CpuSet::toString);
    var ids = new TreeSet<Integer>();
    sources.forEach(source -> ids.addAll(source.nodes().keySet()));
    for (int id : ids) {
      nodes.put(id, node(id));
    }
  }

  /// A table of CPUs leaves out nodes without any.
  private static boolean listsAllNodes(Told source) {
    return !source.nodes().isEmpty()
        && switch (source.tool()) {
          case HWLOC, CAPABILITIES, NUMACTL, LSCPU, LSCPU_JSON -> true;
          default -> false;
        };
  }

  private static CpuSet nodesOf(Told source) {
    return CpuSet.of(source.nodes().keySet());
  }

  private Node node(int id) {
    var node = Node.UNKNOWN;
    var local =
        quarrels.settle(
            "CPUs of node " + id,
            source -> told(source, id).flatMap(Node::cpus).map(set -> set.minus(offline)),
            Objects::equals,
            set -> set.isEmpty() ? "none" : set.toString());
    var memory =
        quarrels.settle(
            "memory of node " + id,
            source -> told(source, id).flatMap(Node::memory),
            Amount::agreesWith,
            Amount::words);
    var free =
        sources.stream()
            .flatMap(source -> told(source, id).stream())
            .flatMap(told -> told.free().stream())
            .findFirst();
    if (local.isPresent()) {
      node = node.withCpus(local.get());
    }
    if (memory.isPresent()) {
      node = node.withMemory(finest(memory.get(), id));
    }
    if (free.isPresent()) {
      node = node.withFree(free.get());
    }
    for (var size : pageSizes(id)) {
      node = node.withPool(size, pool(id, size));
    }
    return node;
  }

  /// Of the amounts that can be the same, the one that is rounded least.
  private Amount finest(Amount believed, int node) {
    return sources.stream()
        .flatMap(source -> told(source, node).stream())
        .flatMap(told -> told.memory().stream())
        .filter(believed::agreesWith)
        .min(Comparator.comparingLong(Amount::stepKib))
        .orElse(believed);
  }

  private static Optional<Node> told(Told source, int node) {
    return Optional.ofNullable(source.nodes().get(node));
  }

  private Set<PageSize> pageSizes(int node) {
    return sources.stream()
        .flatMap(source -> told(source, node).stream())
        .flatMap(told -> told.pools().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Pool pool(int node, PageSize size) {
    var pool = Pool.UNKNOWN;
    var total =
        quarrels.settle(
            "pages of " + size + " on node " + node,
            source ->
                told(source, node)
                    .map(told -> told.pool(size).total())
                    .flatMap(pages ->
                        pages.isEmpty() ? Optional.empty() : Optional.of(pages.getAsLong())),
            Objects::equals,
            pages -> String.format(java.util.Locale.ROOT, "%,d", pages));
    var free =
        sources.stream()
            .flatMap(source -> told(source, node).stream())
            .flatMapToLong(told -> told.pool(size).free().stream())
            .findFirst();
    if (total.isPresent()) {
      pool = pool.withTotal(total.get());
    }
    return free.isPresent() ? pool.withFree(free.getAsLong()) : pool;
  }

  private DistanceMatrix distances() {
    var rows = new TreeMap<Integer, Map<Integer, Integer>>();
    for (int from : nodes.keySet()) {
      quarrels
          .settle(
              "distances from node " + from,
              source -> Optional.ofNullable(source.distances().rows().get(from)),
              Settled::agree,
              Settled::words)
          .ifPresent(row -> rows.put(from, row));
    }
    return new DistanceMatrix(rows);
  }

  /// Rows may have other nodes, which is a matter of its own.
  private static boolean agree(Map<Integer, Integer> one, Map<Integer, Integer> other) {
    return one.entrySet().stream()
        .allMatch(to -> other.getOrDefault(to.getKey(), to.getValue()).equals(to.getValue()));
  }

  /// `10 to 0, 21 to 1`
  private static String words(Map<Integer, Integer> row) {
    return row.entrySet().stream()
        .map(to -> to.getValue() + " to " + to.getKey())
        .collect(Collectors.joining(", "));
  }

  private void settleParts() {
    for (var kind : ObjectKind.values()) {
      var telling = sources.stream().filter(source -> source.parts().containsKey(kind)).toList();
      if (!telling.isEmpty()) {
        parts.put(kind, telling.getFirst().parts().getOrDefault(kind, List.of()));
        telling.stream()
            .skip(1)
            .flatMap(other -> Mates.quarrel(kind, telling.getFirst(), other).stream())
            .forEach(quarrels::add);
      }
    }
  }

  /// Sums of `lscpu` count what is online only, so that they tell nothing where a CPU is off.
  private void settleCounts() {
    if (offline.isEmpty()) {
      settleCount("number of packages", Told.Count.SOCKETS, ObjectKind.PACKAGE, List::size);
      settleCount(
          "threads per core",
          Told.Count.THREADS_PER_CORE,
          ObjectKind.CORE,
          cores -> cores.stream().mapToInt(CpuSet::size).max().orElse(0));
    }
  }

  private void settleCount(
      String about,
      Told.Count count,
      ObjectKind kind,
      java.util.function.ToIntFunction<List<CpuSet>> number) {
    quarrels.settle(
        about,
        source -> {
          var sets = source.parts().get(kind);
          var counted = source.count(count);
          if (sets != null) {
            return Optional.of(number.applyAsInt(sets));
          }
          return counted.isEmpty() ? Optional.empty() : Optional.of(counted.getAsInt());
        },
        Objects::equals,
        String::valueOf);
  }

  private void settleCaches() {
    for (var kind : ObjectKind.values()) {
      int count = parts.getOrDefault(kind, List.of()).size();
      quarrels.settle(
          "size of one " + kind.hwlocName(),
          source ->
              Optional.ofNullable(source.cacheSizes().get(kind))
                  .filter(size -> size.one(count) > 0),
          (one, other) -> one.agreesWith(other, count),
          size -> Amount.ofKib(size.one(count)).words());
      var told =
          sources.stream()
              .flatMap(source -> Optional.ofNullable(source.cacheSizes().get(kind)).stream())
              .toList();
      if (!told.isEmpty()) {
        cacheSizes.put(
            kind,
            told.stream()
                .filter(size -> !size.rounded() && size.agreesWith(told.getFirst(), count))
                .findFirst()
                .orElse(told.getFirst()));
      }
    }
  }

  private void settleWords() {
    var names = new TreeSet<String>();
    sources.forEach(source -> names.addAll(source.words().keySet()));
    for (String name : names) {
      quarrels
          .settle(
              name,
              source -> Optional.ofNullable(source.words().get(name)),
              Objects::equals,
              word -> word)
          .ifPresent(word -> words.put(name, word));
    }
    sources.forEach(source -> source.topMhz().forEach(topMhz::putIfAbsent));
  }

  /// Sums over the host against the nodes' own amounts, where all of these are told.
  private Optional<Node> wholeHost() {
    var all = sources.stream().flatMap(source -> source.wholeHost().stream()).findFirst();
    var summing = sources.stream().filter(source -> sum(source).isPresent()).findFirst();
    if (all.isPresent() && summing.isPresent()) {
      quarrels.settle(
          "memory of all nodes together",
          source ->
              source.equals(summing.get()) ? sum(source) : source.wholeHost().flatMap(Node::memory),
          Amount::agreesWith,
          Amount::words);
    }
    return all;
  }

  /// What a source tells of all nodes, summed up; as coarse as all its amounts together.
  private Optional<Amount> sum(Told source) {
    long kib = 0;
    long step = 1;
    for (int id : nodes.keySet()) {
      var memory = told(source, id).flatMap(Node::memory);
      if (memory.isEmpty()) {
        return Optional.empty();
      }
      kib += memory.get().kib();
      step =
          memory.get().stepKib() == 1
              ? step
              : Math.max(step, memory.get().stepKib() * nodes.size());
    }
    return nodes.isEmpty() ? Optional.empty() : Optional.of(new Amount(kib, step));
  }
}
