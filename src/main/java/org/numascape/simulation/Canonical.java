package org.numascape.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.numascape.domain.Domain;
import org.numascape.format.domainxml.XmlElement;
import org.numascape.topology.CpuSet;

/// Writes a definition the way libvirt would give it back: its own layout, no comments, canonical
/// lists, memory recomputed from the cells, cells by id, vCPUs that no cell names in cell 0, no
/// pins of vCPUs that are not there, nothing the schema does not know.
///
/// Source: libvirt `virDomainDefFormat`, `virDomainDefPostParseMemory`,
/// `virDomainNumaFillCPUsInNode`.
final class Canonical {

  private static final Set<String> LISTS = Set.of("cpuset", "nodeset", "cpus", "vcpus");

  private final Domain domain;
  private final StringBuilder text = new StringBuilder();
  private int cellsWritten;

  private Canonical(Domain domain) {
    this.domain = domain;
  }

  /// The definition of a domain.
  ///
  /// @param root its text as sent
  /// @param domain the same, parsed
  static String write(XmlElement root, Domain domain) {
    var canonical = new Canonical(domain);
    canonical.element(root, 0, "");
    return canonical.text.toString();
  }

  /// The UUID the domain has, or the one it gets.
  static String uuid(Domain domain) {
    return domain
        .uuid()
        .orElseGet(() ->
            UUID.nameUUIDFromBytes(domain.name().getBytes(StandardCharsets.UTF_8)).toString());
  }

  private void element(XmlElement element, int depth, String parent) {
    boolean onDomain = depth == 1;
    if (onDomain && !SchemaRules.known(element)) {
      return;
    }
    if (onDomain && (element.name().equals("memory") || element.name().equals("uuid"))) {
      return;
    }
    if (element.name().equals("vcpupin") && beyond(element)) {
      return;
    }
    if (parent.equals("numa") && element.name().equals("cell")) {
      cell(element, depth);
      return;
    }
    line(depth, "<" + element.name() + attributes(element, onDomain));
    inside(element, depth);
    if (onDomain && element.name().equals("name")) {
      line(1, "<uuid>" + uuid(domain) + "</uuid>\n");
      line(1, "<memory unit='KiB'>" + domain.totalKib() + "</memory>\n");
    }
  }

  private void inside(XmlElement element, int depth) {
    if (element.children().isEmpty()) {
      String content = element.content().isBlank() ? "" : element.content();
      text.append(
          content.isEmpty() ? "/>\n" : ">" + escaped(content) + "</" + element.name() + ">\n");
      return;
    }
    text.append(">\n");
    for (var child : ordered(element)) {
      element(child, depth + 1, element.name());
    }
    line(depth, "</" + element.name() + ">\n");
  }

  /// Cells come by id, everything else as it is.
  private static List<XmlElement> ordered(XmlElement element) {
    if (!element.name().equals("numa")) {
      return element.children();
    }
    var cells = new ArrayList<>(element.children());
    var ids = element.children();
    cells.sort(Comparator.comparingInt(cell -> id(cell, ids.indexOf(cell))));
    return cells;
  }

  private static int id(XmlElement cell, int position) {
    return cell.value("id").map(Integer::parseInt).orElse(position);
  }

  private void cell(XmlElement element, int depth) {
    int id = cellsWritten++;
    var cell = domain.cells().get(id);
    var vcpus = id == 0 ? cell.vcpus().or(unassigned()) : cell.vcpus();
    line(depth, "<cell id='" + id + "'" + (vcpus.isEmpty() ? "" : " cpus='" + vcpus + "'"));
    text.append(" memory='").append(cell.memoryKib()).append("' unit='KiB'");
    for (var attribute : element.attributes()) {
      if (!Set.of("id", "cpus", "memory", "unit").contains(attribute.name())) {
        text.append(' ')
            .append(attribute.name())
            .append("='")
            .append(escaped(attribute.value()))
            .append('\'');
      }
    }
    inside(element, depth);
  }

  private CpuSet unassigned() {
    var assigned =
        domain.cells().stream().map(cell -> cell.vcpus()).reduce(CpuSet.EMPTY, CpuSet::or);
    var all = IntStream.range(0, domain.vcpus().maximum()).boxed().toList();
    return CpuSet.of(all).minus(assigned);
  }

  private boolean beyond(XmlElement pin) {
    return pin.value("vcpu")
        .filter(id -> Integer.parseInt(id.strip()) >= domain.vcpus().maximum())
        .isPresent();
  }

  private String attributes(XmlElement element, boolean onDomain) {
    var written = new StringBuilder();
    boolean placed =
        onDomain && element.name().equals("vcpu") && element.value("placement").isEmpty();
    if (placed) {
      written.append(" placement='static'");
    }
    for (var attribute : element.attributes()) {
      String value = LISTS.contains(attribute.name()) ? list(attribute.value()) : attribute.value();
      written.append(' ').append(attribute.name()).append("='").append(escaped(value)).append('\'');
    }
    return written.toString();
  }

  private static String list(String value) {
    try {
      return CpuSet.parse(value).toString();
    } catch (IllegalArgumentException _) {
      return value;
    }
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&apos;")
        .replace("\"", "&quot;");
  }

  private void line(int depth, String start) {
    text.append("  ".repeat(depth)).append(start);
  }
}
