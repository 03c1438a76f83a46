package org.numascape.format.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.numascape.format.Draft;
import org.numascape.format.Nesting;
import org.numascape.format.Nesting.Loose;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Guess;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.Locality;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PageSize;
import org.numascape.topology.PuState;

/// A host made of texts alone: what they tell, and what can be guessed from it, marked as such.
final class TextHost {

  private final Settled told;
  private final Shape shape;
  private final Map<String, String> guesses = new LinkedHashMap<>();

  private TextHost(Settled told) {
    this.told = told;
    this.shape = new Shape(told);
  }

  /// @param told knows at least one CPU
  static HostTopology of(Settled told) {
    return new TextHost(told).host();
  }

  private HostTopology host() {
    var machine =
        Draft.machine("", told.cpus).told(words("Architecture", "HypervisorVendor"), "machine");
    var kinds = CpuKinds.of(told.topMhz);
    if (!kinds.isEmpty()) {
      guesses.put(
          "machine",
          "The kinds of cores are told apart by their top frequencies in lscpu -e only.");
    }
    return Nesting.nest(machine, parts(), memory(), List.of())
        .host(
            told.distances,
            keys ->
                HostFacts.NONE
                    .withCpuKinds(kinds)
                    .withGuesses(guesses(keys))
                    .withContradictions(told.contradictions()));
  }

  /// In the order of what they are about, as keys keep none.
  private List<Guess> guesses(Map<String, ObjectId> keys) {
    var found = new ArrayList<Guess>();
    guesses.forEach((key, why) ->
        Optional.ofNullable(keys.get(key)).ifPresent(object -> found.add(new Guess(object, why))));
    return found;
  }

  private List<Draft> parts() {
    var drafts = new ArrayList<Draft>();
    var caches = new CacheDrafts(told, shape);
    shape
        .parts()
        .forEach((kind, sets) -> {
          for (int i = 0; i < sets.size(); i++) {
            String key = CacheDrafts.key(kind, i);
            guess(kind, key);
            if (!CacheDrafts.isCache(kind)) {
              drafts.add(part(kind, sets.get(i)).told(infos(kind), key));
            }
          }
          drafts.addAll(CacheDrafts.isCache(kind) ? caches.of(kind) : List.of());
        });
    told.cpus.stream()
        .forEach(cpu ->
            drafts.add(
                Draft.pu(cpu, told.offline.contains(cpu) ? PuState.OFFLINE : PuState.ONLINE)));
    return drafts;
  }

  private void guess(ObjectKind kind, String key) {
    var why = shape.guesses().get(kind);
    if (why != null) {
      guesses.put(key, why);
    }
  }

  private Draft part(ObjectKind kind, CpuSet cpus) {
    return switch (kind) {
      case PACKAGE -> Draft.cpuPackage(-1, told.words.getOrDefault("CPUModel", ""), cpus);
      case CORE -> Draft.core(-1, cpus);
      case DIE -> Draft.die(-1, cpus);
      case GROUP -> Draft.group("Cluster", cpus);
      default -> throw new IllegalArgumentException("texts tell no " + kind);
    };
  }

  private Map<String, String> infos(ObjectKind kind) {
    return kind == ObjectKind.PACKAGE
        ? words("CPUModel", "CPUVendor", "CPUFamilyNumber", "CPUModelNumber", "CPUStepping")
        : Map.of();
  }

  private Map<String, String> words(String... names) {
    var words = new LinkedHashMap<String, String>();
    for (String name : names) {
      String word = told.words.get(name);
      if (word != null) {
        words.put(name, word);
      }
    }
    return words;
  }

  private List<Loose> memory() {
    if (told.nodes.isEmpty()) {
      guesses.put("node:0", "No text tells NUMA nodes: all of the host is drawn as one.");
      return List.of(node(0, told.wholeHost.orElse(Node.UNKNOWN), told.cpus.minus(told.offline)));
    }
    var locals = new TreeMap<Integer, CpuSet>();
    told.nodes.forEach((id, node) -> locals.put(id, node.cpus().orElse(CpuSet.EMPTY)));
    boolean single = told.nodes.size() == 1;
    var memory = new ArrayList<Loose>();
    told.nodes.forEach((id, node) -> {
      var known = single ? withAllOf(node) : node;
      var near = locals.getOrDefault(id, CpuSet.EMPTY);
      if (near.isEmpty()) {
        near = guessedNear(id, locals);
      }
      var loose = node(id, known, locals.getOrDefault(id, CpuSet.EMPTY));
      memory.add(new Loose(loose.draft(), near));
    });
    return memory;
  }

  /// The one node of a host has what the host has.
  private Node withAllOf(Node node) {
    var host = told.wholeHost.orElse(Node.UNKNOWN);
    var whole = node;
    if (node.memory().isEmpty() && host.memory().isPresent()) {
      whole = whole.withMemory(host.memory().get());
    }
    if (node.free().isEmpty() && host.free().isPresent()) {
      whole = whole.withFree(host.free().get());
    }
    for (var pool : host.pools().entrySet()) {
      if (whole.pool(pool.getKey()).total().isEmpty()) {
        whole = whole.withPool(pool.getKey(), pool.getValue());
      }
    }
    return whole;
  }

  private CpuSet guessedNear(int id, Map<Integer, CpuSet> locals) {
    var guess = Locality.guess(id, locals, told.distances);
    guess.ifPresent(near -> guesses.put("node:" + id, near.why()));
    return guess.map(Locality::cpus).orElse(CpuSet.EMPTY);
  }

  private Loose node(int id, Node node, CpuSet local) {
    String key = "node:" + id;
    if (node.memory().isEmpty()) {
      guesses.merge(
          key,
          "No text tells how much memory there is, so it is drawn without any; numactl -H tells.",
          (one, other) -> one + " " + other);
    }
    long kib = node.memory().map(Amount::kib).orElse(0L);
    var free =
        node.free().map(amount -> OptionalLong.of(amount.kib())).orElse(OptionalLong.empty());
    var pools = new ArrayList<HugePagePool>();
    node.pools().forEach((size, pool) -> pools.add(pool(key, size, pool)));
    var draft =
        Draft.of(
                ObjectKind.NUMA_NODE,
                local,
                (logical, contents) -> new NumaNode(logical, id, "", kib, free, pools, local))
            .told(Map.of(), key);
    return new Loose(draft, local);
  }

  private HugePagePool pool(String key, PageSize size, Pool pool) {
    long free = pool.free().orElse(0);
    if (pool.total().isEmpty() && free > 0) {
      guesses.merge(
          key,
          "Only the free pages of %s are told: the pool is taken to be as large and may be larger."
              .formatted(size),
          (one, other) -> one + " " + other);
    }
    return new HugePagePool(size, pool.total().orElse(free), pool.free());
  }
}
