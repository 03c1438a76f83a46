package org.numascape.sample;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One `<object>` of a sample host, as the generator writes it.
///
/// @param attributes what only this kind has, in hwloc's order
record Part(
    String type,
    int osIndex,
    Map<String, String> attributes,
    Map<String, String> infos,
    List<Map<String, String>> pages,
    List<Part> children) {

  private static final int LINE = 64;

  static Part of(String type, int osIndex, List<Part> children) {
    return new Part(type, osIndex, Map.of(), Map.of(), List.of(), children);
  }

  static Part machine(Map<String, String> infos, List<Part> children) {
    return new Part("Machine", 0, Map.of(), infos, List.of(), children);
  }

  static Part cpuPackage(int osIndex, String model, List<Part> children) {
    return new Part("Package", osIndex, Map.of(), Map.of("CPUModel", model), List.of(), children);
  }

  static Part group(List<Part> children) {
    return new Part(
        "Group", -1, ordered("kind", "0", "subkind", "0"), Map.of(), List.of(), children);
  }

  /// A cache by hwloc's name of its kind, such as `L3Cache`.
  static Part cache(String type, int kib, List<Part> children) {
    String holds = type.endsWith("iCache") ? "2" : type.equals("L1Cache") ? "1" : "0";
    var attributes =
        ordered(
            "cache_size", Long.toString((long) kib << 10),
            "depth", type.substring(1, 2),
            "cache_linesize", Integer.toString(LINE),
            "cache_associativity", "0",
            "cache_type", holds);
    return new Part(type, -1, attributes, Map.of(), List.of(), children);
  }

  /// A core with its own level 1 and 2 caches, in KiB; a size of 0 leaves that cache out.
  static Part core(int osIndex, int l2, int l1d, int l1i, int... pus) {
    var threads = IntStream.of(pus).mapToObj(pu -> of("PU", pu, List.of())).toList();
    var inner = of("Core", osIndex, threads);
    var instruction = l1i == 0 ? inner : cache("L1iCache", l1i, List.of(inner));
    var data = l1d == 0 ? instruction : cache("L1Cache", l1d, List.of(instruction));
    return l2 == 0 ? data : cache("L2Cache", l2, List.of(data));
  }

  /// A node with as many pages of each huge size (in KiB) as the pairs say; the rest are base
  /// pages.
  static Part node(int osIndex, String subtype, long kib, long base, long... pools) {
    long rest = kib;
    var pages = new ArrayList<Map<String, String>>();
    for (int i = 0; i < pools.length; i += 2) {
      rest -= pools[i] * pools[i + 1];
      pages.add(page(pools[i], pools[i + 1]));
    }
    pages.addFirst(page(base, rest / base));
    var attributes = ordered("local_memory", Long.toString(kib << 10));
    if (!subtype.isEmpty()) {
      attributes.put("subtype", subtype);
    }
    return new Part("NUMANode", osIndex, attributes, Map.of(), List.copyOf(pages), List.of());
  }

  private static Map<String, String> page(long kib, long count) {
    return ordered("size", Long.toString(kib << 10), "count", Long.toString(count));
  }

  /// A direct-mapped memory-side cache of 64-byte lines before a node.
  static Part memoryCache(long kib, Part node) {
    var attributes =
        ordered(
            "cache_size", Long.toString(kib << 10),
            "depth", "1",
            "cache_linesize", Integer.toString(LINE),
            "cache_associativity", "1",
            "cache_type", "0");
    return new Part("MemCache", -1, attributes, Map.of(), List.of(), List.of(node));
  }

  /// A host bridge and the devices behind it.
  static Part hostBridge(String buses, Part... devices) {
    return new Part(
        "Bridge",
        -1,
        ordered("bridge_type", "0-1", "depth", "0", "bridge_pci", buses),
        Map.of(),
        List.of(),
        List.of(devices));
  }

  /// A PCI function; `type` is `class [vendor:device] [subvendor:subdevice] revision`.
  static Part pci(
      String busId, String type, String link, String vendor, String device, Part... os) {
    return new Part(
        "PCIDev",
        -1,
        ordered("pci_busid", busId, "pci_type", type, "pci_link_speed", link),
        ordered("PCIVendor", vendor, "PCIDevice", device),
        List.of(),
        List.of(os));
  }

  /// What the operating system makes of a device; `type` is hwloc 2's number.
  static Part os(String name, int type) {
    return new Part(
        "OSDev",
        -1,
        ordered("name", name, "osdev_type", Integer.toString(type)),
        Map.of(),
        List.of(),
        List.of());
  }

  static Map<String, String> ordered(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  boolean isDevice() {
    return List.of("Bridge", "PCIDev", "OSDev").contains(type);
  }

  boolean isNode() {
    return type.equals("NUMANode");
  }

  /// A node, or what lies before one.
  boolean isMemory() {
    return isNode() || type.equals("MemCache");
  }

  BitSet cpus() {
    return indexes("PU");
  }

  BitSet nodes() {
    return indexes("NUMANode");
  }

  private BitSet indexes(String kind) {
    var bits = new BitSet();
    walk().filter(part -> part.type.equals(kind)).forEach(part -> bits.set(part.osIndex));
    return bits;
  }

  private Stream<Part> walk() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Part::walk));
  }
}
