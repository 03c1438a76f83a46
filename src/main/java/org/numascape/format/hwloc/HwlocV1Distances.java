package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.numascape.format.FormatException;
import org.numascape.format.XmlElement;

/// Turns the latency matrix of nodes of an old topology into the shape of version 2.
///
/// An old matrix names its objects by nothing but their depth below the root and their number; its
/// values are multiples of `latency_base`, in the order of the nodes in the tree.
///
/// @param source the text's name
record HwlocV1Distances(String source) {

  /// The one matrix that is about all nodes, or none.
  List<XmlElement> converted(XmlElement root) throws FormatException {
    var nodes = new ArrayList<Placed>();
    collect(root, 0, nodes);
    for (var matrix : root.children("distances").toList()) {
      var numbers = new HwlocObject(source, matrix);
      long depth = numbers.number("relative_depth", -1);
      boolean all = numbers.number("nbobjs", 0) == nodes.size();
      if (all && !nodes.isEmpty() && nodes.stream().allMatch(node -> node.depth == depth)) {
        return List.of(converted(numbers, nodes));
      }
    }
    return List.of();
  }

  /// A node by OS index and its depth below the root.
  private record Placed(int index, int depth) {}

  private void collect(XmlElement object, int depth, List<Placed> nodes) throws FormatException {
    String type = object.attribute("type").orElse("");
    if (type.equals("NUMANode") || type.equals("Node")) {
      int index = HwlocIndexes.index(new HwlocObject(source, object), "nodeset");
      nodes.add(new Placed(index, depth));
    }
    for (var child : object.children("object").toList()) {
      collect(child, depth + 1, nodes);
    }
  }

  private XmlElement converted(HwlocObject matrix, List<Placed> nodes) {
    double base = matrix.decimal("latency_base");
    String values =
        matrix
            .element()
            .children("latency")
            .map(value -> new HwlocObject(source, value).decimal("value") * base)
            .map(distance -> Long.toString(Math.round(distance)))
            .collect(Collectors.joining(" "));
    String indexes =
        nodes.stream().map(node -> Integer.toString(node.index)).collect(Collectors.joining(" "));
    int line = matrix.element().line();
    return new XmlElement(
        "distances2",
        Map.of("type", "NUMANode", "kind", "5", "name", "NUMALatency", "indexing", "os"),
        List.of(
            new XmlElement("indexes", Map.of(), List.of(), indexes, line),
            new XmlElement("u64values", Map.of(), List.of(), values, line)),
        "",
        line);
  }
}
