package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.format.domainxml.XmlElement;
import org.numascape.topology.NodeSet;

/// N-03 in a text alone: several cells, memory from several host nodes, and nothing that says which
/// cell is on which node.
final class CellsAnywhere implements LibvirtRule {

  @Override
  public Stream<Finding> examine(DomainText domain) {
    var cells = domain.cells();
    var memory = domain.at("numatune", "memory").filter(tune -> tune.value("nodeset").isPresent());
    boolean bound = domain.all("numatune", "memnode").findAny().isPresent();
    if (cells.size() < 2 || bound || memory.isEmpty()) {
      return Stream.of();
    }
    try {
      var nodes = NodeSet.parse(memory.get().value("nodeset").orElse(""));
      return nodes.size() < 2
          ? Stream.of()
          : Stream.of(finding(domain, cells, memory.get(), nodes));
    } catch (IllegalArgumentException noList) {
      return Stream.of();
    }
  }

  private static Finding finding(
      DomainText domain, List<XmlElement> cells, XmlElement memory, NodeSet nodes) {
    // pins say where the cells' vCPUs are, and only who knows the host knows which node that is
    boolean pinned = domain.all("cputune", "vcpupin").findAny().isPresent();
    boolean numbered = cells.stream().allMatch(cell -> cell.value("id").isPresent());
    List<Splice> correction =
        !pinned && numbered && nodes.size() == cells.size()
            ? List.of(domain.behind(memory, String.join("\n    ", bindings(cells, memory, nodes))))
            : List.of();
    String message =
        "the guest has %d cells and its memory comes from host nodes %s; without memnode any cell may be on any of them, so the guest's map is wrong. Add a memnode for each cell."
            .formatted(cells.size(), nodes);
    return Finding.warning("N-03", DomainText.tag(memory), message, correction);
  }

  private static List<String> bindings(List<XmlElement> cells, XmlElement memory, NodeSet nodes) {
    var lines = new ArrayList<String>();
    int[] node = nodes.stream().toArray();
    for (int i = 0; i < cells.size(); i++) {
      lines.add(
          "<memnode cellid='%s' mode='%s' nodeset='%d'/>"
              .formatted(
                  cells.get(i).value("id").orElse(""),
                  memory.value("mode").orElse("strict"),
                  node[i]));
    }
    return lines;
  }
}
