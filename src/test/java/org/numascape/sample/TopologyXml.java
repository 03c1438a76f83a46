package org.numascape.sample;

import java.util.BitSet;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes the parts of a sample host as hwloc XML version 2, in the form hwloc's own parser insists
/// on.
final class TopologyXml {

  private final StringBuilder xml = new StringBuilder();
  private int identity;

  private TopologyXml() {}

  /// @param distances rows of the kernel's distances, in the order of `nodes`
  static String write(Part machine, int[] nodes, int[][] distances) {
    return write(machine, nodes, distances, "");
  }

  /// @param distances rows of the kernel's distances, in the order of `nodes`
  /// @param more elements that follow the distances, such as `cpukind`
  static String write(Part machine, int[] nodes, int[][] distances, String more) {
    var writer = new TopologyXml();
    writer.xml.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE topology SYSTEM "hwloc2.dtd">
        <topology version="2.0">
        """);
    writer.object(machine, machine.cpus(), new BitSet(), 1);
    writer.distances(nodes, distances);
    writer.xml.append(more).append("</topology>\n");
    return writer.xml.toString();
  }

  private void object(Part part, BitSet around, BitSet memoryAround, int depth) {
    String indent = "  ".repeat(depth);
    identity++;
    xml.append(indent).append("<object").append(attributes(Map.of("type", part.type())));
    if (part.osIndex() >= 0) {
      xml.append(attributes(Map.of("os_index", Integer.toString(part.osIndex()))));
    }
    var cpus = part.isMemory() ? around : part.cpus();
    var nodes = part.nodes();
    nodes.or(part.isMemory() ? new BitSet() : memoryAround);
    if (!part.isDevice()) {
      xml.append(sets(part, cpus, nodes));
    }
    xml.append(attributes(Map.of("gp_index", Integer.toString(identity))));
    xml.append(attributes(part.attributes()));
    if (part.infos().isEmpty() && part.pages().isEmpty() && part.children().isEmpty()) {
      xml.append("/>\n");
      return;
    }
    xml.append(">\n");
    part.pages().forEach(page -> line(indent, "page_type", page));
    part.infos()
        .forEach((name, value) -> line(indent, "info", Part.ordered("name", name, "value", value)));
    var memory = (BitSet) memoryAround.clone();
    part.children().stream().filter(Part::isMemory).forEach(inner -> memory.or(inner.nodes()));
    for (var child : part.children()) {
      boolean local = child.isMemory() && !child.attributes().containsKey("subtype");
      object(child, local ? cpus : new BitSet(), memory, depth + 1);
    }
    xml.append(indent).append("</object>\n");
  }

  private static String sets(Part part, BitSet cpus, BitSet nodes) {
    String cpuset = bitmap(cpus);
    String nodeset = bitmap(nodes);
    var sets = Part.ordered("cpuset", cpuset, "complete_cpuset", cpuset);
    if (part.type().equals("Machine")) {
      sets.put("allowed_cpuset", cpuset);
    }
    sets.put("nodeset", nodeset);
    sets.put("complete_nodeset", nodeset);
    if (part.type().equals("Machine")) {
      sets.put("allowed_nodeset", nodeset);
    }
    return attributes(sets);
  }

  private static String bitmap(BitSet bits) {
    var words = new StringJoiner(",");
    int highest = Math.max(0, (bits.length() - 1) / 32);
    for (int word = highest; word >= 0; word--) {
      long value = 0;
      for (int bit = 0; bit < 32; bit++) {
        value |= bits.get(word * 32 + bit) ? 1L << bit : 0;
      }
      words.add(value != 0 ? "0x%08x".formatted(value) : word == 0 ? "0x0" : "");
    }
    return words.toString();
  }

  private void distances(int[] nodes, int[][] rows) {
    if (rows.length == 0) {
      return;
    }
    xml.append("  <distances2")
        .append(
            attributes(
                Part.ordered(
                    "type",
                    "NUMANode",
                    "nbobjs",
                    Integer.toString(nodes.length),
                    "kind",
                    "5",
                    "name",
                    "NUMALatency",
                    "indexing",
                    "os")))
        .append(">\n");
    chunks("indexes", IntStream.of(nodes));
    chunks("u64values", Stream.of(rows).flatMapToInt(IntStream::of));
    xml.append("  </distances2>\n");
  }

  /// hwloc writes ten values a line, each followed by a blank.
  private void chunks(String name, IntStream values) {
    int[] all = values.toArray();
    for (int start = 0; start < all.length; start += 10) {
      String text =
          IntStream.range(start, Math.min(all.length, start + 10))
              .mapToObj(i -> all[i] + " ")
              .collect(Collectors.joining());
      xml.append("    <%s length=\"%d\">%s</%s>%n".formatted(name, text.length(), text, name));
    }
  }

  private void line(String indent, String element, Map<String, String> values) {
    xml.append(indent).append("  <").append(element).append(attributes(values)).append("/>\n");
  }

  private static String attributes(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> " %s=\"%s\"".formatted(value.getKey(), value.getValue()))
        .collect(Collectors.joining());
  }
}
