package org.numascape.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.numascape.format.FormatException;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.Contents;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.Group;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.Misc;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PageSize;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// A host in a design file: its objects as a tree under their hwloc names, its distances as rows,
/// and what else is told of it.
///
/// The name in `kind` alone decides what an object becomes; no class is ever named in a file.
interface TopologyJson {

  /// Kinds by the name that stands in the file.
  Map<String, ObjectKind> KINDS =
      Arrays.stream(ObjectKind.values())
          .collect(Collectors.toUnmodifiableMap(ObjectKind::hwlocName, Function.identity()));

  /// A host as JSON.
  static ObjectNode write(HostTopology host) {
    var json = JsonNodeFactory.instance.objectNode();
    var rows = json.putObject("distances");
    host.distances()
        .rows()
        .forEach((from, row) -> {
          var cells = rows.putObject(from.toString());
          row.forEach((to, distance) -> cells.put(to.toString(), distance));
        });
    if (!host.facts().equals(HostFacts.NONE)) {
      json.set("facts", HostFactsJson.write(host.facts()));
    }
    json.set("machine", write(host.machine()));
    return json;
  }

  /// A host from JSON.
  static HostTopology read(JsonPart json) throws FormatException {
    var rows = new TreeMap<Integer, Map<Integer, Integer>>();
    for (var row : json.map("distances").entrySet()) {
      var cells = new TreeMap<Integer, Integer>();
      for (var cell : row.getValue().object().members().entrySet()) {
        cells.put(index(cell), (int) cell.getValue().number(0, Integer.MAX_VALUE));
      }
      rows.put(index(row), cells);
    }
    var root = json.needed("machine");
    if (!(object(root) instanceof Machine machine)) {
      throw root.wrong("The outermost object has to be a Machine.");
    }
    var told = json.member("facts");
    var facts = told.isEmpty() ? HostFacts.NONE : HostFactsJson.read(told.get().object());
    try {
      return new HostTopology(machine, new DistanceMatrix(rows), facts);
    } catch (IllegalArgumentException e) {
      throw root.wrong("The host contradicts itself: " + e.getMessage() + ".");
    }
  }

  private static int index(Map.Entry<String, JsonPart> entry) throws FormatException {
    if (!entry.getKey().matches("\\d{1,7}")) {
      throw entry.getValue().wrong("\"" + entry.getKey() + "\" is no node number.");
    }
    return Integer.parseInt(entry.getKey());
  }

  private static ObjectNode write(TopologyObject object) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("kind", object.id().kind().hwlocName());
    if (!(object instanceof Machine)) {
      json.put("logical", object.id().logical());
    }
    switch (object) {
      case Machine machine -> text(json, "name", machine.name());
      case CpuPackage cpuPackage -> {
        osIndex(json, cpuPackage.osIndex());
        text(json, "model", cpuPackage.model());
      }
      case Die die -> osIndex(json, die.osIndex());
      case Group group -> text(json, "subtype", group.subtype());
      case NumaNode node -> node(json, node);
      case MemoryCache cache -> json.put("sizeKib", cache.sizeKib());
      case Cache cache -> {
        if (cache.type() == CacheType.DATA) {
          json.put("holds", "data");
        }
        json.put("sizeKib", cache.sizeKib());
      }
      case Core core -> osIndex(json, core.osIndex());
      case Pu pu -> {
        osIndex(json, pu.osIndex());
        if (pu.state() != PuState.ONLINE) {
          json.put("state", pu.state().name().toLowerCase(Locale.ROOT));
        }
      }
      case Bridge bridge -> {
        if (bridge.host()) {
          json.put("host", true);
        }
        text(json, "address", bridge.address());
        speed(json, bridge.linkGbs());
      }
      case PciDevice device -> {
        json.put("address", device.address());
        number(json, "classId", device.classId());
        text(json, "name", device.name());
        speed(json, device.linkGbs());
        number(json, "node", device.node());
      }
      case OsDevice device -> {
        json.put("name", device.name());
        text(json, "type", device.type());
      }
      case Misc misc -> json.put("name", misc.name());
    }
    if (!(object instanceof Pu)) {
      json.put("cpus", object.cpus().toString());
    }
    if (object instanceof NumaNode node && !node.pools().isEmpty()) {
      pools(json.putArray("pools"), node.pools());
    }
    children(json, "memory", object.contents().memory());
    children(json, "parts", object.contents().parts());
    children(json, "devices", object.contents().devices());
    return json;
  }

  private static void node(ObjectNode json, NumaNode node) {
    osIndex(json, node.osIndex());
    text(json, "subtype", node.subtype());
    json.put("memoryKib", node.memoryKib());
    node.freeKib().ifPresent(free -> json.put("freeKib", free));
  }

  private static void pools(ArrayNode json, List<HugePagePool> pools) {
    for (var pool : pools) {
      var entry = json.addObject().put("pageKib", pool.size().kib()).put("total", pool.total());
      pool.free().ifPresent(free -> entry.put("free", free));
    }
  }

  private static void children(ObjectNode json, String name, List<TopologyObject> objects) {
    if (!objects.isEmpty()) {
      var array = json.putArray(name);
      objects.forEach(object -> array.add(write(object)));
    }
  }

  private static void text(ObjectNode json, String name, String text) {
    if (!text.isEmpty()) {
      json.put(name, text);
    }
  }

  private static void osIndex(ObjectNode json, int index) {
    number(json, "osIndex", index);
  }

  private static void number(ObjectNode json, String name, int number) {
    if (number >= 0) {
      json.put(name, number);
    }
  }

  private static void speed(ObjectNode json, double gigabytesPerSecond) {
    if (gigabytesPerSecond != 0 && Double.isFinite(gigabytesPerSecond)) {
      json.put("linkGbs", gigabytesPerSecond);
    }
  }

  private static TopologyObject object(JsonPart json) throws FormatException {
    String word = json.object().needed("kind").string();
    var kind = KINDS.get(word);
    if (kind == null) {
      throw json.wrong("There is no kind of object called \"" + word + "\".");
    }
    int logical = json.integer("logical", 0, 0);
    int osIndex = json.integer("osIndex", -1, -1);
    long sizeKib = json.amount("sizeKib");
    CpuSet cpus = SetText.cpus(json, "cpus");
    var inside =
        new Contents(children(json, "memory"), children(json, "parts"), children(json, "devices"));
    return switch (kind) {
      case MACHINE -> new Machine(json.text("name"), cpus, inside);
      case PACKAGE -> new CpuPackage(logical, osIndex, json.text("model"), cpus, inside);
      case DIE -> new Die(logical, osIndex, cpus, inside);
      case GROUP -> new Group(logical, json.text("subtype"), cpus, inside);
      case NUMA_NODE ->
          new NumaNode(
              logical,
              osIndex,
              json.text("subtype"),
              json.amount("memoryKib"),
              optional(json, "freeKib"),
              pools(json),
              cpus);
      case MEMORY_CACHE -> new MemoryCache(logical, sizeKib, cpus, inside);
      case L1_CACHE, L2_CACHE, L3_CACHE, L4_CACHE, L5_CACHE ->
          new Cache(
              logical,
              level(kind),
              json.text("holds").equals("data") ? CacheType.DATA : CacheType.UNIFIED,
              sizeKib,
              cpus,
              inside);
      case L1I_CACHE, L2I_CACHE, L3I_CACHE ->
          new Cache(logical, level(kind), CacheType.INSTRUCTION, sizeKib, cpus, inside);
      case CORE -> new Core(logical, osIndex, cpus, inside);
      case PU -> new Pu(logical, puIndex(json), state(json));
      case BRIDGE ->
          new Bridge(
              logical,
              json.truth("host"),
              json.text("address"),
              json.decimal("linkGbs"),
              cpus,
              inside);
      case PCI_DEVICE ->
          new PciDevice(
              logical,
              json.text("address"),
              json.integer("classId", -1, -1),
              json.text("name"),
              json.decimal("linkGbs"),
              json.integer("node", -1, -1),
              cpus,
              inside);
      case OS_DEVICE -> new OsDevice(logical, json.text("name"), json.text("type"), cpus, inside);
      case MISC -> new Misc(logical, json.text("name"), cpus, inside);
    };
  }

  private static int level(ObjectKind kind) {
    return kind.hwlocName().charAt(1) - '0';
  }

  private static List<TopologyObject> children(JsonPart json, String name) throws FormatException {
    var objects = new ArrayList<TopologyObject>();
    for (var child : json.list(name)) {
      objects.add(object(child));
    }
    return objects;
  }

  private static int puIndex(JsonPart json) throws FormatException {
    return (int) json.needed("osIndex").number(0, SetText.HIGHEST);
  }

  private static PuState state(JsonPart json) throws FormatException {
    String word = json.text("state");
    if (word.isEmpty()) {
      return PuState.ONLINE;
    }
    for (var state : PuState.values()) {
      if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
        return state;
      }
    }
    throw json.wrong("A PU cannot be \"" + word + "\".");
  }

  private static List<HugePagePool> pools(JsonPart json) throws FormatException {
    var pools = new ArrayList<HugePagePool>();
    for (var pool : json.list("pools")) {
      pools.add(
          new HugePagePool(
              pageSize(pool.object().needed("pageKib")),
              pool.amount("total"),
              optional(pool, "free")));
    }
    return pools;
  }

  /// A page size in KiB.
  static PageSize pageSize(JsonPart part) throws FormatException {
    long kib = part.number(1, 1L << 40);
    if (Long.bitCount(kib) != 1) {
      throw part.wrong("No page is " + kib + " KiB large.");
    }
    return new PageSize(kib);
  }

  private static OptionalLong optional(JsonPart json, String name) throws FormatException {
    return json.member(name).isEmpty() ? OptionalLong.empty() : OptionalLong.of(json.amount(name));
  }
}
