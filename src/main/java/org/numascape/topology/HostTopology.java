package org.numascape.topology;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A host: its tree of objects, its distances, and look-ups over them that are computed once.
///
/// A class and not a record because the look-ups are no part of its identity: two hosts are equal
/// when their trees, distances and facts are. Immutable.
public final class HostTopology {

  private final Machine machine;
  private final DistanceMatrix distances;
  private final HostFacts facts;
  private final Map<ObjectId, TopologyObject> objects;
  private final Map<ObjectId, TopologyObject> parents;
  private final Map<Integer, Pu> pus;
  private final Map<Integer, NumaNode> nodes;
  private final Map<Integer, Integer> homes;
  private final Map<Integer, CpuSet> cpusByNode;
  private final Map<Integer, CpuSet> siblings;
  private final CpuSet usable;

  /// A host of which nothing else is told.
  ///
  /// @throws IllegalArgumentException when two PUs or two nodes have one OS index, or two objects
  ///   one id
  public HostTopology(Machine machine, DistanceMatrix distances) {
    this(machine, distances, HostFacts.NONE);
  }

  /// A host and what else is told of it.
  ///
  /// @throws IllegalArgumentException when two PUs or two nodes have one OS index, or two objects
  ///   one id
  public HostTopology(Machine machine, DistanceMatrix distances, HostFacts facts) {
    this.machine = machine;
    this.distances = distances;
    this.facts = facts;
    var found = new LinkedHashMap<ObjectId, TopologyObject>();
    var above = new HashMap<ObjectId, TopologyObject>();
    collect(machine, found, above);
    this.objects = Collections.unmodifiableMap(found);
    this.parents = Collections.unmodifiableMap(above);
    this.pus = byIndex(found, Pu.class, Pu::osIndex);
    this.nodes = byIndex(found, NumaNode.class, NumaNode::osIndex);
    this.homes = homes();
    this.cpusByNode = cpusByNode(homes);
    this.siblings = siblings(pus, above);
    this.usable = usable(pus);
  }

  private static void collect(
      TopologyObject object,
      Map<ObjectId, TopologyObject> found,
      Map<ObjectId, TopologyObject> above) {
    if (found.put(object.id(), object) != null) {
      throw new IllegalArgumentException("two objects are called " + object.id());
    }
    // Loops, not streams: this is most of the time in which a host of 16,384 PUs is opened.
    var contents = object.contents();
    for (var inner : List.of(contents.memory(), contents.parts(), contents.devices())) {
      for (var each : inner) {
        above.put(each.id(), object);
        collect(each, found, above);
      }
    }
  }

  private static <T extends TopologyObject> Map<Integer, T> byIndex(
      Map<ObjectId, TopologyObject> found,
      Class<T> type,
      java.util.function.ToIntFunction<T> index) {
    var sorted = new TreeMap<Integer, T>();
    for (var object : found.values()) {
      if (type.isInstance(object)) {
        T wanted = type.cast(object);
        if (sorted.put(index.applyAsInt(wanted), wanted) != null) {
          throw new IllegalArgumentException(
              "two " + object.id().kind().hwlocName() + " have index " + index.applyAsInt(wanted));
        }
      }
    }
    return Collections.unmodifiableMap(sorted);
  }

  /// A PU's home is the node with the fewest PUs that holds it; of several such, the one with most
  /// memory that is not special memory (`HBM`, ...), then the lowest index.
  private Map<Integer, Integer> homes() {
    var order =
        Comparator.comparingInt((NumaNode node) -> node.cpus().size())
            .thenComparing(node -> !node.subtype().isEmpty() && !node.subtype().equals("DRAM"))
            .thenComparing(Comparator.comparingLong(NumaNode::memoryKib).reversed())
            .thenComparingInt(NumaNode::osIndex);
    var homes = new HashMap<Integer, Integer>();
    nodes.values().stream()
        .sorted(order)
        .forEach(
            node -> node.cpus().stream().forEach(cpu -> homes.putIfAbsent(cpu, node.osIndex())));
    return Collections.unmodifiableMap(homes);
  }

  private static Map<Integer, CpuSet> cpusByNode(Map<Integer, Integer> homes) {
    var bits = new HashMap<Integer, BitSet>();
    homes.forEach((cpu, node) -> bits.computeIfAbsent(node, n -> new BitSet()).set(cpu));
    var sets = new HashMap<Integer, CpuSet>();
    bits.forEach((node, cpus) -> sets.put(node, new CpuSet(cpus)));
    return Map.copyOf(sets);
  }

  private static Map<Integer, CpuSet> siblings(
      Map<Integer, Pu> pus, Map<ObjectId, TopologyObject> above) {
    var cores = new HashMap<Integer, CpuSet>();
    for (var pu : pus.values()) {
      var holder = above.get(pu.id());
      while (holder != null && !(holder instanceof Core)) {
        holder = above.get(holder.id());
      }
      if (holder instanceof Core core) {
        cores.put(pu.osIndex(), core.cpus());
      }
    }
    return Collections.unmodifiableMap(cores);
  }

  private static CpuSet usable(Map<Integer, Pu> pus) {
    return CpuSet.of(
        pus.values().stream()
            .filter(pu -> pu.state() == PuState.ONLINE || pu.state() == PuState.ISOLATED)
            .map(Pu::osIndex)
            .toList());
  }

  /// The root of the tree.
  public Machine machine() {
    return machine;
  }

  /// Distances between nodes by OS index.
  public DistanceMatrix distances() {
    return distances;
  }

  /// What the source tells beside the tree and the distances.
  public HostFacts facts() {
    return facts;
  }

  /// The same host with other facts.
  public HostTopology with(HostFacts other) {
    return new HostTopology(machine, distances, other);
  }

  /// Every object, parents first.
  public Stream<TopologyObject> objects() {
    return objects.values().stream();
  }

  /// Every object of one kind, in logical order.
  public <T extends TopologyObject> List<T> all(Class<T> type) {
    return objects.values().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .sorted(Comparator.comparingInt(object -> object.id().logical()))
        .toList();
  }

  /// The object of that id, if this host has it.
  public Optional<TopologyObject> object(ObjectId id) {
    return Optional.ofNullable(objects.get(id));
  }

  /// The object that directly holds `object`; empty for the machine.
  public Optional<TopologyObject> parent(TopologyObject object) {
    return Optional.ofNullable(parents.get(object.id()));
  }

  /// The objects that hold `object`, innermost first, the machine last.
  public List<TopologyObject> ancestors(TopologyObject object) {
    var chain = new ArrayList<TopologyObject>();
    for (var above = parent(object); above.isPresent(); above = parent(above.get())) {
      chain.add(above.get());
    }
    return Collections.unmodifiableList(chain);
  }

  /// All PUs by OS index, ascending, offline ones included.
  public Map<Integer, Pu> pus() {
    return pus;
  }

  /// All NUMA nodes by OS index, ascending.
  public Map<Integer, NumaNode> nodes() {
    return nodes;
  }

  /// The PU with that OS index.
  public Optional<Pu> pu(int cpu) {
    return Optional.ofNullable(pus.get(cpu));
  }

  /// The node with that OS index.
  public Optional<NumaNode> node(int node) {
    return Optional.ofNullable(nodes.get(node));
  }

  /// OS indexes of all nodes.
  public NodeSet nodeSet() {
    return NodeSet.of(nodes.keySet());
  }

  /// OS indexes of the PUs that can run a task: all but the offline and the disallowed.
  public CpuSet usableCpus() {
    return usable;
  }

  /// OS index of the node a PU is local to; empty where no node holds it.
  public OptionalInt nodeOf(int cpu) {
    Integer home = homes.get(cpu);
    return home == null ? OptionalInt.empty() : OptionalInt.of(home);
  }

  /// OS indexes of the nodes these PUs are local to.
  public NodeSet nodesOf(CpuSet cpus) {
    var found = new BitSet();
    cpus.stream()
        .forEach(cpu -> {
          Integer home = homes.get(cpu);
          if (home != null) {
            found.set(home);
          }
        });
    return new NodeSet(found);
  }

  /// OS indexes of the PUs whose home is that node.
  public CpuSet cpusOf(int node) {
    return cpusByNode.getOrDefault(node, CpuSet.EMPTY);
  }

  /// The nearest object of a type around a PU.
  public <T extends TopologyObject> Optional<T> around(int cpu, Class<T> type) {
    return pu(cpu).stream()
        .flatMap(pu -> ancestors(pu).stream())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  /// The PUs of the core that a PU is on, itself included; itself alone where no core is known.
  public CpuSet siblings(int cpu) {
    var core = siblings.get(cpu);
    return core == null ? CpuSet.of(cpu) : core;
  }

  /// The nearest level 3 cache around a PU.
  public Optional<Cache> l3(int cpu) {
    return pu(cpu).stream()
        .flatMap(pu -> ancestors(pu).stream())
        .filter(object -> object.id().kind() == ObjectKind.L3_CACHE)
        .map(Cache.class::cast)
        .findFirst();
  }

  /// This host with the memory, the pools, the PUs' being on or off and the facts of `now`, a later
  /// and perhaps poorer description of it; `now` itself where its nodes or PUs are others.
  public HostTopology renewed(HostTopology now) {
    boolean same =
        now.nodes.keySet().equals(nodes.keySet()) && now.pus.keySet().equals(pus.keySet());
    return same
        ? new HostTopology(
            new Renewed(now).machine(machine), distances, new RenewedFacts(this, now).facts())
        : now;
  }

  /// This host, read of what `before` was a reading of, with what is otherwise since a design was
  /// made for that one.
  public HostTopology since(HostTopology before) {
    var changes = HostChange.joined(before.facts.changes(), HostChange.between(before, this));
    return changes.equals(facts.changes()) ? this : with(facts.withChanges(changes));
  }

  @Override
  public boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    return other instanceof HostTopology host
        && machine.equals(host.machine)
        && distances.equals(host.distances)
        && facts.equals(host.facts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(machine, distances, facts);
  }

  @Override
  public String toString() {
    return "host " + machine.name() + ": " + pus.size() + " PUs, " + nodes.size() + " nodes";
  }
}
