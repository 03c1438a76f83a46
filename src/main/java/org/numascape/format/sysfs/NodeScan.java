package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.numascape.format.Draft;
import org.numascape.format.Nesting.Loose;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.Locality;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;

/// Finds the NUMA nodes: their CPUs, memory, pools, and where memory without CPUs belongs.
///
/// Source: kernel `Documentation/ABI/stable/sysfs-devices-node`,
/// `Documentation/admin-guide/mm/numaperf.rst`.
final class NodeScan {

  static final String FOLDER = "sys/devices/system/node";

  private static final Pattern TOTAL = memory("MemTotal");
  private static final Pattern FREE = memory("MemFree");

  private final Sysfs sysfs;
  private final CpuSet online;
  private final Map<Integer, CpuSet> cpus = new TreeMap<>();
  private final List<Loose> memory = new ArrayList<>();
  private final List<Locality> guesses = new ArrayList<>();
  private final HmatScan hmat;
  private final SpecialMemory special;
  private final CpuSet allowed;
  private DistanceMatrix distances = DistanceMatrix.UNKNOWN;

  private NodeScan(Sysfs sysfs, CpuSet online) {
    this.sysfs = sysfs;
    this.online = online;
    this.hmat = new HmatScan(sysfs);
    this.special = SpecialMemory.read(sysfs);
    this.allowed = ControlGroup.nodes(sysfs);
  }

  /// What was found.
  ///
  /// @param cpus the CPUs of every node, as OS indexes; empty for nodes without
  /// @param guesses where nodes without CPUs were put by distance
  record Result(
      Map<Integer, CpuSet> cpus,
      List<Loose> memory,
      DistanceMatrix distances,
      List<Locality> guesses,
      List<MemoryAttribute> attributes) {}

  /// All nodes.
  ///
  /// @param complete adds to a set of CPUs the offline ones of the packages in it
  static Result scan(Sysfs sysfs, CpuSet online, UnaryOperator<CpuSet> complete) {
    var scan = new NodeScan(sysfs, online);
    scan.nodes(complete);
    return new Result(scan.cpus, scan.memory, scan.distances, scan.guesses, scan.hmat.attributes());
  }

  /// The name a node's draft bears.
  static String key(int node) {
    return "node" + node;
  }

  private void nodes(UnaryOperator<CpuSet> complete) {
    var numbers = sysfs.numbered(FOLDER, "node");
    numbers.forEach(this::collect);
    if (cpus.isEmpty()) {
      onlyNode();
      return;
    }
    distances = SlitScan.read(sysfs, numbers, cpus.keySet());
    // First those with CPUs, as they are the default to allocate from (hwloc).
    cpus.keySet().stream()
        .sorted(Comparator.comparing(node -> cpusOf(node).isEmpty()))
        .forEach(node -> {
          var near = near(node);
          hmat.measure(node, near);
          memory.add(new Loose(draft(node), near.isEmpty() ? near : complete.apply(near)));
        });
  }

  /// A CPU belongs to one node: where the firmware makes it belong to several, hwloc keeps the
  /// first, and so do we, unless the kernel was told to fake nodes (`numa=fake`).
  private void collect(int node) {
    String folder = FOLDER + "/node" + node;
    var told = sysfs.map(folder + "/cpumap").or(() -> sysfs.list(folder + "/cpulist"));
    if (told.isEmpty()) {
      sysfs.tell("Node %d does not tell its CPUs; it was left out.".formatted(node));
      return;
    }
    var own = told.get().and(online);
    var first =
        cpus.entrySet().stream().filter(other -> other.getValue().intersects(own)).findFirst();
    boolean fake =
        sysfs.text("proc/cmdline").filter(line -> line.contains("numa=fake")).isPresent();
    if (first.isPresent() && !fake) {
      sysfs.tell(
          "Node %d says it has CPUs of node %d (%s), which no machine can have; it was left out with its %s."
              .formatted(
                  node,
                  first.get().getKey(),
                  own.and(first.get().getValue()),
                  org.numascape.topology.MemorySize.ofKib(kib(folder, TOTAL).orElse(0))));
      return;
    }
    cpus.put(node, own);
  }

  private CpuSet cpusOf(int node) {
    return cpus.getOrDefault(node, CpuSet.EMPTY);
  }

  /// Where a node is drawn: at its CPUs; without CPUs, where the GPU is whose memory it is, where
  /// the firmware says it is accessed from (HMAT), or where its distances point to.
  private CpuSet near(int node) {
    var own = cpusOf(node);
    if (!own.isEmpty()) {
      return own;
    }
    return special
        .near(node)
        .map(set -> set.and(online))
        .or(() -> hmat.initiators(node, cpus))
        .filter(set -> !set.isEmpty())
        .orElseGet(() -> guess(node));
  }

  private CpuSet guess(int node) {
    var guess = Locality.guess(node, cpus, distances);
    guess.ifPresent(guesses::add);
    return guess.map(Locality::cpus).orElse(CpuSet.EMPTY);
  }

  private Draft draft(int node) {
    String folder = FOLDER + "/node" + node;
    var infos = new LinkedHashMap<>(special.infos(node));
    if (!allowed.isEmpty() && !allowed.contains(node)) {
      infos.put(org.numascape.topology.InfoName.DISALLOWED, "1");
    }
    var pools = Pools.read(sysfs, folder + "/hugepages");
    if (pools.isEmpty() && cpus.size() == 1) {
      pools = Pools.read(sysfs, Pools.OF_HOST);
    }
    var draft =
        node(
                node,
                special.subtype(node),
                kib(folder, TOTAL).orElse(0),
                kib(folder, FREE),
                pools,
                cpusOf(node))
            .told(infos, key(node));
    return hmat.behindCaches(draft, node);
  }

  /// A kernel without NUMA has no nodes; what it tells of the whole host is told of one node.
  private void onlyNode() {
    cpus.put(0, online);
    long total = kib("proc", TOTAL).orElse(0);
    var pools = Pools.read(sysfs, Pools.OF_HOST);
    memory.add(
        new Loose(
            node(0, "", total, kib("proc", FREE), pools, online).told(Map.of(), key(0)),
            CpuSet.EMPTY));
  }

  private static Draft node(
      int index,
      String subtype,
      long kib,
      OptionalLong free,
      List<HugePagePool> pools,
      CpuSet cpus) {
    return Draft.of(
        ObjectKind.NUMA_NODE,
        cpus,
        (logical, contents) -> new NumaNode(logical, index, subtype, kib, free, pools, cpus));
  }

  /// `Node 0 MemTotal: 8386704 kB`, in /proc without the node.
  private static Pattern memory(String name) {
    return Pattern.compile("(?m)^(?:Node [0-9]+ )?" + name + ":\\s*([0-9]{1,15}) kB");
  }

  private OptionalLong kib(String folder, Pattern line) {
    Optional<String> text = sysfs.text(folder + "/meminfo");
    var found = line.matcher(text.orElse(""));
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }
}
