package org.numascape.format.domainxml;

import java.util.List;
import java.util.Set;
import org.numascape.format.FormatException;

/// Attributes for which libvirt knows a few words and refuses any other.
///
/// Source: libvirt's uses of `virXMLPropEnum` and `virXMLPropTristateBool`, 9.0 to 11.3. Words that
/// later versions added to others (models of devices, of an IOMMU) are left to libvirt.
record Vocabulary(XmlText xml) {

  private static final Set<String> YES_NO = Set.of("yes", "no");
  private static final Set<String> ACCESS = Set.of("shared", "private");
  private static final Set<String> LINK = Set.of("access", "read", "write");
  private static final Set<String> CLASS = Set.of("batch", "idle", "fifo", "rr");

  /// @param needed whether libvirt refuses the element without it
  private record Entry(List<String> path, String attribute, boolean needed, Set<String> words) {}

  private static Entry maybe(String path, String attribute, Set<String> words) {
    return new Entry(List.of(path.split("/", -1)), attribute, false, words);
  }

  private static Entry needed(String path, String attribute, Set<String> words) {
    return new Entry(List.of(path.split("/", -1)), attribute, true, words);
  }

  private static final List<Entry> ENTRIES =
      List.of(
          maybe("vcpu", "placement", Set.of("static", "auto")),
          needed("vcpus/vcpu", "enabled", YES_NO),
          maybe("vcpus/vcpu", "hotpluggable", YES_NO),
          maybe("cpu", "mode", Set.of("custom", "host-model", "host-passthrough", "maximum")),
          maybe(
              "cpu/feature", "policy", Set.of("force", "require", "optional", "disable", "forbid")),
          needed("cpu/cache", "mode", Set.of("emulate", "passthrough", "disable")),
          maybe("cpu/numa/cell", "memAccess", ACCESS),
          maybe("cpu/numa/cell", "discard", YES_NO),
          needed("cpu/numa/cell/cache", "associativity", Set.of("none", "direct", "full")),
          needed("cpu/numa/cell/cache", "policy", Set.of("none", "writeback", "writethrough")),
          needed("cpu/numa/interconnects/latency", "type", LINK),
          needed("cpu/numa/interconnects/bandwidth", "type", LINK),
          needed("cputune/vcpusched", "scheduler", CLASS),
          needed("cputune/iothreadsched", "scheduler", CLASS),
          needed("cputune/emulatorsched", "scheduler", CLASS),
          maybe("memoryBacking/source", "type", Set.of("file", "anonymous", "memfd")),
          maybe("memoryBacking/access", "mode", ACCESS),
          maybe("memoryBacking/allocation", "mode", Set.of("immediate", "ondemand")));

  /// Refuses the first word that is not known.
  void check() throws FormatException {
    for (var entry : ENTRIES) {
      var elements = xml.root().at(entry.path().toArray(String[]::new)).toList();
      for (var element : elements) {
        check(entry, element);
      }
    }
  }

  private void check(Entry entry, XmlElement element) throws FormatException {
    var word = element.value(entry.attribute());
    boolean missing = word.isEmpty() && entry.needed();
    if (missing || word.filter(said -> !entry.words().contains(said)).isPresent()) {
      String said = word.map(text -> "is \"" + text + "\"").orElse("is missing");
      throw xml.wrong(
          element,
          "%s of <%s> %s; libvirt takes %s."
              .formatted(
                  entry.attribute(),
                  element.name(),
                  said,
                  String.join(", ", entry.words().stream().sorted().toList())));
    }
  }
}
