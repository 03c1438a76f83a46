package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.numascape.format.FormatException;
import org.numascape.format.XmlElement;

/// Brings the XML of hwloc 0.9 and 1.x into the shape of version 2, so that only one shape is read.
///
/// Then, a NUMA node stood in the tree and held the packages; now it is memory beside them. What it
/// held moves to where the node was; where its CPUs are neither those of one object in it nor of
/// the object around it, a group keeps them together. Source: hwloc's own import of old files
/// (`topology-xml.c`), read for behaviour.
final class HwlocV1 {

  private HwlocV1() {}

  /// The same topology in the shape of version 2.
  static XmlElement repaired(String source, XmlElement document) throws FormatException {
    var children = new ArrayList<XmlElement>();
    for (var child : document.children()) {
      if (child.name().equals("object")) {
        children.add(root(source, child));
        children.addAll(new HwlocV1Distances(source).converted(child));
      } else {
        children.add(child);
      }
    }
    return changed(document, document.attributes(), children);
  }

  private static XmlElement root(String source, XmlElement root) throws FormatException {
    var renamed = named(source, root);
    String type = renamed.attribute("type").orElse("");
    if (type.equals("Machine") || type.equals("System")) {
      return flattened(source, changed(renamed, typed(renamed, "Machine"), renamed.children()));
    }
    // a machine of one node began with that node
    var machine =
        new XmlElement("object", typed(renamed, "Machine"), List.of(renamed), "", renamed.line());
    return flattened(source, machine);
  }

  /// Old kinds under their new names, all the way down.
  private static XmlElement named(String source, XmlElement object) throws FormatException {
    var children = new ArrayList<XmlElement>();
    for (var child : object.children()) {
      children.add(child.name().equals("object") ? named(source, child) : child);
    }
    String type = new HwlocObject(source, object).type();
    String now =
        switch (type) {
          case "Socket" -> "Package";
          case "Node" -> "NUMANode";
          case "Proc" -> "PU";
          case "Cache" -> cache(object);
          case "Misc" -> object.attribute("cpuset").isPresent() ? "Group" : "Misc";
          default -> type;
        };
    var attributes = new LinkedHashMap<>(typed(object, now));
    inBytes(attributes, "memory_kB", "local_memory");
    return changed(object, attributes, children);
  }

  private static String cache(XmlElement object) {
    String level = object.attribute("depth").orElse("1");
    return object.attribute("cache_type").orElse("0").equals("2")
        ? "L" + level + "iCache"
        : "L" + level + "Cache";
  }

  private static void inBytes(Map<String, String> attributes, String old, String now) {
    String kib = attributes.getOrDefault(old, "");
    if (kib.matches("[0-9]{1,15}")) {
      attributes.putIfAbsent(now, Long.toString(Long.parseLong(kib) << 10));
    }
  }

  /// Moves nodes out of the tree of CPU objects.
  private static XmlElement flattened(String source, XmlElement object) throws FormatException {
    var children = new ArrayList<XmlElement>();
    for (var child : object.children()) {
      boolean node =
          child.name().equals("object") && child.attribute("type").orElse("").equals("NUMANode");
      if (node) {
        children.addAll(beside(source, child, object));
      } else {
        children.add(child.name().equals("object") ? flattened(source, child) : child);
      }
    }
    return changed(object, object.attributes(), children);
  }

  /// A node and what it held, as children of the object around it.
  private static List<XmlElement> beside(String source, XmlElement node, XmlElement around)
      throws FormatException {
    var whole = flattened(source, node);
    List<XmlElement> held = whole.children("object").toList();
    List<XmlElement> own =
        whole.children().stream().filter(child -> !child.name().equals("object")).toList();
    var memory = changed(whole, whole.attributes(), own);
    if (sameCpus(source, node, around)) {
      var moved = new ArrayList<>(List.of(memory));
      moved.addAll(held);
      return moved;
    }
    if (held.size() == 1 && sameCpus(source, node, held.getFirst())) {
      return List.of(with(held.getFirst(), memory));
    }
    var attributes = new LinkedHashMap<>(node.attributes());
    attributes.put("type", "Group");
    attributes.keySet().removeAll(List.of("os_index", "local_memory"));
    var group = new XmlElement("object", attributes, held, "", node.line());
    return List.of(with(group, memory));
  }

  private static XmlElement with(XmlElement object, XmlElement memory) {
    var children = new ArrayList<>(List.of(memory));
    children.addAll(object.children());
    return changed(object, object.attributes(), children);
  }

  private static boolean sameCpus(String source, XmlElement one, XmlElement other)
      throws FormatException {
    var first = Bitmap.of(new HwlocObject(source, one), "complete_cpuset");
    return first.equals(Bitmap.of(new HwlocObject(source, other), "complete_cpuset"));
  }

  private static Map<String, String> typed(XmlElement object, String type) {
    var attributes = new LinkedHashMap<>(object.attributes());
    attributes.put("type", type);
    return attributes;
  }

  private static XmlElement changed(
      XmlElement element, Map<String, String> attributes, List<XmlElement> children) {
    return new XmlElement(element.name(), attributes, children, element.text(), element.line());
  }
}
