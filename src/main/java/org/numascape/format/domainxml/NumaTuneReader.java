package org.numascape.format.domainxml;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.FormatException;

/// Reads `numatune`.
///
/// Memory is placed by numad where `placement` says so, or where it says nothing, names no nodes,
/// and the vCPUs are placed by numad. Source: libvirt `virDomainNumatuneParseXML`,
/// `virDomainNumatuneSet`.
record NumaTuneReader(Fields fields, XmlElement root) {

  /// What a text says.
  static NumaTune of(XmlText xml) throws FormatException {
    return new NumaTuneReader(new Fields(xml), xml.root()).read();
  }

  NumaTune read() throws FormatException {
    boolean vcpusByNumad =
        root.child("vcpu")
            .flatMap(vcpu -> vcpu.value("placement"))
            .filter("auto"::equals)
            .isPresent();
    var element = root.at("numatune", "memory").findFirst();
    var cells = cells();
    if (element.isEmpty()) {
      return new NumaTune(Optional.empty(), vcpusByNumad, cells);
    }
    var memory = element.get();
    var mode = mode(memory);
    var placement = memory.value("placement");
    var nodes = fields.nodes(memory, "nodeset");
    boolean silent = placement.isEmpty() && nodes.isEmpty();
    if (silent && memory.value("mode").isEmpty()) {
      return new NumaTune(Optional.empty(), false, cells);
    }
    if (placement.filter("auto"::equals).isPresent() || (silent && vcpusByNumad)) {
      return new NumaTune(Optional.empty(), true, cells, mode);
    }
    if (nodes.isEmpty()) {
      throw fields
          .xml()
          .wrong(memory, "<memory> in <numatune> names no nodes (nodeset) and is not automatic.");
    }
    return new NumaTune(Optional.of(new MemoryBinding(mode, nodes.get())), false, cells);
  }

  /// The rules of single cells.
  Map<Integer, MemoryBinding> cells() throws FormatException {
    var cells = new TreeMap<Integer, MemoryBinding>();
    for (var element : root.at("numatune", "memnode").toList()) {
      int cell = fields.number(element, "cellid");
      fields.required(element, "nodeset");
      var nodes = fields.nodes(element, "nodeset").orElseThrow();
      if (cells.put(cell, new MemoryBinding(mode(element), nodes)) != null) {
        throw fields.xml().wrong(element, "guest cell " + cell + " has two memnode.");
      }
    }
    return cells;
  }

  private MemoryMode mode(XmlElement element) throws FormatException {
    var word = element.value("mode");
    try {
      return word.map(MemoryMode::of).orElse(MemoryMode.STRICT);
    } catch (IllegalArgumentException unknown) {
      throw fields.xml().wrong(element, unknown.getMessage() + ".");
    }
  }
}
