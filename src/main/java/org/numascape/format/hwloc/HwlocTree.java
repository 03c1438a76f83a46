package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuSet;
import org.numascape.topology.InfoName;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PuState;

/// Turns the objects of one topology in the shape of version 2 or 3 into drafts.
///
/// Children may stand in any order; each goes where its kind belongs. What a PU or a node holds
/// besides (Misc, DAX devices) moves to the CPU object around it. What an object says of its CPUs
/// is not trusted: it has those of the PUs inside it.
final class HwlocTree {

  private static final Pattern CACHE = Pattern.compile("L(?:([1-5])Cache|([1-3])iCache)");

  private final HwlocIndexes indexes;
  private final HwlocDevices devices;
  private final Bitmap online;
  private final Bitmap allowed;
  private final Bitmap allowedNodes;
  private final String model;

  private final Map<Integer, Integer> tiers;

  /// @param tiers ranks of the nodes' memory by OS index, where they are not told with the nodes
  HwlocTree(
      HwlocObject root, HwlocIndexes indexes, HwlocDevices devices, Map<Integer, Integer> tiers)
      throws FormatException {
    this.tiers = tiers;
    this.model = root.info("CPUModel").orElse("");
    this.indexes = indexes;
    this.devices = devices;
    this.online =
        Bitmap.of(root, root.text("online_cpuset").isEmpty() ? "cpuset" : "online_cpuset");
    this.allowed = Bitmap.of(root, "allowed_cpuset");
    this.allowedNodes = Bitmap.of(root, "allowed_nodeset");
  }

  /// The machine and all in it.
  ///
  /// @param infos words on the whole machine
  Draft machine(HwlocObject root, String name, HwlocInfos infos) throws FormatException {
    var inside = inside(root);
    if (indexes.nodes().isEmpty()) {
      inside.memory.add(node(0, root, cpus(inside.parts)));
    }
    var draft = Draft.machine(name, cpus(inside.parts));
    var words = infos.named(root).offline(root);
    return filled(words.told(draft, root), root, inside);
  }

  /// What was found inside an object, each where it belongs.
  private record Inside(List<Draft> memory, List<Draft> parts, List<Attached> devices) {
    Inside() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /// Takes what was found inside an object that can hold nothing.
    void move(Inside other, String from) {
      memory.addAll(other.memory);
      parts.addAll(other.parts);
      other.devices.forEach(device -> devices.add(device.movedFrom(from)));
    }
  }

  private Inside inside(HwlocObject object) throws FormatException {
    var inside = new Inside();
    for (var child : object.objects()) {
      sort(child, inside);
    }
    inside.parts.sort(Comparator.comparingInt(HwlocTree::firstCpu));
    return inside;
  }

  private void sort(HwlocObject child, Inside inside) throws FormatException {
    switch (child.type()) {
      case "NUMANode" -> {
        int index = HwlocIndexes.index(child, "nodeset");
        var beside = inside(child);
        inside.memory.add(node(index, child, localCpus(child)));
        inside.move(beside, "NUMANode:" + index);
      }
      case "MemCache" -> {
        var behind = inside(child);
        inside.memory.add(memoryCache(child).with(behind.memory, List.of(), List.of()));
        behind.memory.clear();
        inside.move(behind, "");
      }
      case "Bridge", "PCIDev", "OSDev", "Misc" -> inside.devices.add(new Attached(child, ""));
      case "PU" -> {
        int index = HwlocIndexes.index(child, "cpuset");
        var pu = Draft.pu(index, state(index));
        inside.parts.add(HwlocInfos.of(child).named(child).told(pu, child));
        var beside = inside(child);
        if (!beside.parts.isEmpty() || !beside.memory.isEmpty()) {
          throw child.wrong("this PU holds CPU objects; export the topology again.");
        }
        inside.move(beside, "PU:" + index);
      }
      default -> inside.parts.add(part(child));
    }
  }

  private Draft part(HwlocObject object) throws FormatException {
    var inside = inside(object);
    var draft = part(object, cpus(inside.parts));
    return filled(partInfos(object, draft.kind()).told(draft, object), object, inside);
  }

  private static HwlocInfos partInfos(HwlocObject object, ObjectKind kind) throws FormatException {
    var infos = HwlocInfos.of(object).add(InfoName.NAME, object.text("name")).offline(object);
    return switch (kind) {
      case GROUP -> infos.grouped(object).numbered(object);
      case PACKAGE, DIE, CORE -> infos.subtyped(object);
      default -> infos.subtyped(object).cached(object).numbered(object);
    };
  }

  private Draft part(HwlocObject object, CpuSet cpus) throws FormatException {
    var cache = CACHE.matcher(object.type());
    if (cache.matches()) {
      return cache(object, cache, cpus);
    }
    int index = object.osIndex();
    return switch (object.type()) {
      case "Package" -> Draft.cpuPackage(index, object.info("CPUModel").orElse(model), cpus);
      case "Die" -> Draft.die(index, cpus);
      case "Core" -> Draft.core(index, cpus);
      case "Group", "Machine" ->
          isDie(object) ? Draft.die(index, cpus) : Draft.group(object.text("subtype"), cpus);
      default -> Draft.group(object.type(), cpus);
    };
  }

  /// hwloc 2.0 had no dies: it wrote groups of kind 104.
  private static boolean isDie(HwlocObject group) {
    return group.text("subtype").equals("Die") || group.text("kind").equals("104");
  }

  private static Draft cache(HwlocObject object, Matcher type, CpuSet cpus) throws FormatException {
    boolean instruction = type.group(1) == null;
    int level = Integer.parseInt(instruction ? type.group(2) : type.group(1));
    CacheType holds = object.text("cache_type").equals("1") ? CacheType.DATA : CacheType.UNIFIED;
    return Draft.cache(
        level, instruction ? CacheType.INSTRUCTION : holds, object.kib("cache_size"), cpus);
  }

  private Draft filled(Draft draft, HwlocObject object, Inside inside) throws FormatException {
    if (inside.devices.isEmpty()) {
      return draft.with(inside.memory, inside.parts, List.of());
    }
    var attached = devices.attached(inside.devices, draft.cpus(), homeNode(object));
    return draft.with(inside.memory, inside.parts, attached);
  }

  /// The node that what hangs below an object is local to, -1 when there are several that could be.
  private int homeNode(HwlocObject object) throws FormatException {
    var set = Bitmap.of(object, "nodeset");
    var near = indexes.nodes().keySet().stream().filter(set::contains).toList();
    if (near.size() == 1) {
      return near.getFirst();
    }
    var ordinary = new ArrayList<Integer>();
    for (int index : near) {
      var node = Objects.requireNonNull(indexes.nodes().get(index));
      boolean special = !node.text("subtype").isEmpty() && !node.text("subtype").equals("DRAM");
      if (!special && !localCpus(node).isEmpty()) {
        ordinary.add(index);
      }
    }
    return ordinary.size() == 1 ? ordinary.getFirst() : -1;
  }

  private Draft node(int index, HwlocObject object, CpuSet cpus) throws FormatException {
    String subtype = object.type().equals("NUMANode") ? object.text("subtype") : "";
    String kind = subtype.equals("MemorySideCache") ? "" : subtype;
    long kib = object.kib("local_memory");
    var pools = HwlocMemory.pools(object);
    var draft =
        Draft.of(
            ObjectKind.NUMA_NODE,
            cpus,
            (logical, contents) ->
                new NumaNode(logical, index, kind, kib, OptionalLong.empty(), pools, cpus));
    return object.type().equals("NUMANode") ? nodeInfos(index, object).told(draft, object) : draft;
  }

  private HwlocInfos nodeInfos(int index, HwlocObject object) throws FormatException {
    boolean mayUse = allowedNodes.isEmpty() || allowedNodes.contains(index);
    Integer tier = tiers.get(index);
    return HwlocInfos.of(object)
        .add(InfoName.MEMORY_TIER, tier == null ? "" : tier.toString())
        .add(InfoName.NAME, object.text("name"))
        .offline(object)
        .add(InfoName.BASE_PAGE, HwlocMemory.basePage(object))
        .add(InfoName.DISALLOWED, mayUse ? "" : "1");
  }

  private Draft memoryCache(HwlocObject object) throws FormatException {
    var cpus = localCpus(object);
    long kib = object.kib("cache_size");
    var draft =
        Draft.of(
            ObjectKind.MEMORY_CACHE,
            cpus,
            (logical, contents) -> new MemoryCache(logical, kib, cpus, contents));
    return partInfos(object, ObjectKind.MEMORY_CACHE).told(draft, object);
  }

  private CpuSet localCpus(HwlocObject memory) throws FormatException {
    return indexes.cpus(Bitmap.of(memory, "cpuset"));
  }

  private PuState state(int cpu) {
    if (!online.contains(cpu)) {
      return PuState.OFFLINE;
    }
    return allowed.isEmpty() || allowed.contains(cpu) ? PuState.ONLINE : PuState.DISALLOWED;
  }

  private static CpuSet cpus(List<Draft> parts) {
    if (parts.size() == 1) {
      return parts.getFirst().cpus();
    }
    var bits = new BitSet();
    parts.forEach(part -> bits.or(part.cpus().bits()));
    return new CpuSet(bits);
  }

  /// hwloc keeps CPU objects in the order of their first PU; those without PUs come last.
  private static int firstCpu(Draft part) {
    return part.cpus().first().orElse(Integer.MAX_VALUE);
  }
}
