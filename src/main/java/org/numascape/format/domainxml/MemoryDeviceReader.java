package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.numascape.domain.MemoryDevice;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// Reads `devices/memory`. What cannot be read of one is left out.
///
/// Source: libvirt `virDomainMemoryDefParseXML`.
record MemoryDeviceReader(Fields fields, XmlElement root) {

  /// The devices in the order of [#elements].
  List<MemoryDevice> read() {
    var found = new ArrayList<MemoryDevice>();
    elements(root).forEach(element -> found.add(device(element)));
    return found;
  }

  /// The elements that are memory devices, in the order of the text.
  static List<XmlElement> elements(XmlElement root) {
    return root.at("devices", "memory").toList();
  }

  private MemoryDevice device(XmlElement element) {
    return new MemoryDevice(
        element.value("model").orElse(""),
        amount(element, "target", "size").orElse(0),
        node(element),
        nodes(element),
        pages(element),
        element.at("source", "path").findFirst().map(XmlElement::text).filter(p -> !p.isEmpty()),
        amount(element, "target", "block"),
        amount(element, "target", "requested"),
        fields.access(element, "access"),
        fields.yesNo(element, "discard"));
  }

  private OptionalLong amount(XmlElement element, String... path) {
    var found = element.at(path).findFirst();
    return found.isEmpty() ? OptionalLong.empty() : fields.amount(found.get());
  }

  private OptionalInt node(XmlElement element) {
    return element
        .at("target", "node")
        .findFirst()
        .map(node -> Fields.count(node.text()))
        .orElse(OptionalInt.empty());
  }

  private Optional<NodeSet> nodes(XmlElement element) {
    try {
      return element
          .at("source", "nodemask")
          .findFirst()
          .map(mask -> NodeSet.parse(mask.text()))
          .filter(nodes -> !nodes.isEmpty());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Optional<PageSize> pages(XmlElement element) {
    var kib = amount(element, "source", "pagesize");
    boolean power = kib.isPresent() && Long.bitCount(kib.getAsLong()) == 1;
    return power ? Optional.of(new PageSize(kib.getAsLong())) : Optional.empty();
  }
}
