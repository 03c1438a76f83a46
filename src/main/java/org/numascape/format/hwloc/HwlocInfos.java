package org.numascape.format.hwloc;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.format.Secrets;
import org.numascape.topology.CpuSet;
import org.numascape.topology.InfoName;
import org.numascape.topology.NodeSet;

/// Collects the words that a topology tells of an object, under hwloc's names and those of
/// [InfoName].
///
/// @param words by name, in the file's order
record HwlocInfos(Map<String, String> words) {

  /// `0604 [8086:1234] [0000:0000] 07`; hwloc 3 adds the programming interface.
  private static final Pattern PCI_TYPE =
      Pattern.compile(
          "(?<class>\\p{XDigit}{4})(?: \\[(?<id>\\p{XDigit}{4}:\\p{XDigit}{4})\\])?"
              + "(?: \\[(?<sub>\\p{XDigit}{4}:\\p{XDigit}{4})\\])?(?: (?<rev>\\p{XDigit}{2}))?.*");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /// The infos of an object, but for those that identify one machine.
  static HwlocInfos of(HwlocObject object) {
    var infos = new HwlocInfos(new LinkedHashMap<>());
    for (var child : object.element().children()) {
      if (child.name().equals("info")) {
        infos.add(child.attribute("name").orElse(""), child.attribute("value").orElse(""));
      }
    }
    return infos;
  }

  /// The infos of an object that is named by `gp_index` or, in the oldest files, by nothing.
  Draft told(Draft draft, HwlocObject object) {
    return draft.told(words, object.key());
  }

  /// One more word; what is told several times becomes several lines, what is empty nothing.
  HwlocInfos add(String name, String value) {
    String plain = BLANKS.matcher(value.strip()).replaceAll(" ");
    boolean told = !name.isEmpty() && !plain.isEmpty() && !Secrets.identifies(name);
    if (told) {
      words.merge(
          name,
          plain,
          (old, more) -> old.lines().toList().contains(more) ? old : old + "\n" + more);
    }
    return this;
  }

  /// Words of several lines.
  void addLines(String name, String lines) {
    lines.lines().forEach(line -> add(name, line));
  }

  /// Name and subtype, for objects whose record has no field for them.
  HwlocInfos named(HwlocObject object) {
    return add(InfoName.NAME, object.text("name")).subtyped(object);
  }

  /// The subtype, for objects whose record has no field for it.
  HwlocInfos subtyped(HwlocObject object) {
    return add(InfoName.SUBTYPE, object.text("subtype"));
  }

  /// The operating system's number, for objects whose record has no field for it.
  HwlocInfos numbered(HwlocObject object) throws FormatException {
    int index = object.osIndex();
    return index < 0 ? this : add(InfoName.OS_INDEX, Integer.toString(index));
  }

  /// What a CPU or memory object holds that is no object, because it is off.
  HwlocInfos offline(HwlocObject object) throws FormatException {
    var cpus = rest(object, "complete_cpuset", "cpuset");
    var nodes = rest(object, "complete_nodeset", "nodeset");
    return add(InfoName.OFFLINE_CPUS, new CpuSet(cpus).toString())
        .add(InfoName.OFFLINE_NODES, new NodeSet(nodes).toString());
  }

  private static BitSet rest(HwlocObject object, String whole, String part) throws FormatException {
    if (object.text(whole).equals(object.text(part))) {
      return new BitSet();
    }
    var online = Bitmap.of(object, part);
    var bits = (BitSet) Bitmap.of(object, whole).bits().clone();
    bits.andNot(online.bits());
    if (online.endlessFrom() >= 0) {
      bits.clear(online.endlessFrom(), Math.max(online.endlessFrom(), bits.length()));
    }
    return bits;
  }

  /// Lines, ways and inclusiveness of a cache.
  HwlocInfos cached(HwlocObject cache) throws FormatException {
    long line = cache.number("cache_linesize", 0);
    long ways = cache.number("cache_associativity", 0);
    if (line > 0) {
      add(InfoName.CACHE_LINE_SIZE, Long.toString(line));
    }
    if (ways != 0) {
      add(InfoName.CACHE_ASSOCIATIVITY, ways < 0 ? "full" : Long.toString(ways));
    }
    return add(InfoName.INCLUSIVE, cache.text("cache_inclusive"));
  }

  /// Why a group was made.
  HwlocInfos grouped(HwlocObject group) {
    return add(InfoName.GROUP_KIND, group.text("kind"))
        .add(InfoName.GROUP_SUBKIND, group.text("subkind"));
  }

  /// Vendor, device and revision of a PCI function or bridge.
  HwlocInfos pci(HwlocObject device) {
    Matcher type = PCI_TYPE.matcher(device.text("pci_type"));
    if (type.matches()) {
      add(InfoName.PCI_ID, Objects.toString(type.group("id"), ""));
      add(InfoName.PCI_SUBSYSTEM, Objects.toString(type.group("sub"), ""));
      add(InfoName.PCI_REVISION, Objects.toString(type.group("rev"), ""));
      if (device.element().attribute("bridge_type").isPresent()) {
        add(InfoName.PCI_CLASS, type.group("class"));
      }
    }
    return this;
  }
}
