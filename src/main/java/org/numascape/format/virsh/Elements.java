package org.numascape.format.virsh;

import java.util.ArrayList;
import java.util.List;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.NumaTune;

/// The elements of a domain's XML that virsh has no command for, as lines to type.
// libvirt: formatdomain, NUMA node tuning; memory backing
interface Elements {

  /// `numatune`; nothing where it says nothing.
  static List<String> numaTune(NumaTune tune) {
    if (tune.equals(NumaTune.NONE)) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add("<numatune>");
    if (tune.automatic()) {
      lines.add("  <memory placement='auto'/>");
    }
    tune.memory()
        .ifPresent(rule ->
            lines.add(
                "  <memory mode='%s' nodeset='%s'/>".formatted(rule.mode().word(), rule.nodes())));
    tune.cells()
        .forEach((cell, rule) ->
            lines.add(
                "  <memnode cellid='%d' mode='%s' nodeset='%s'/>"
                    .formatted(cell, rule.mode().word(), rule.nodes())));
    lines.add("</numatune>");
    return lines;
  }

  /// `memoryBacking`; nothing where it says nothing.
  static List<String> memoryBacking(MemoryBacking backing) {
    var inner = new ArrayList<String>();
    if (backing.hugePages() && backing.pages().isEmpty()) {
      inner.add("  <hugepages/>");
    } else if (backing.hugePages()) {
      inner.add("  <hugepages>");
      backing.pages().stream().map(page -> "    " + page(page)).forEach(inner::add);
      inner.add("  </hugepages>");
    }
    if (backing.noSharePages()) {
      inner.add("  <nosharepages/>");
    }
    if (backing.locked()) {
      inner.add("  <locked/>");
    }
    if (inner.isEmpty()) {
      return List.of();
    }
    inner.addFirst("<memoryBacking>");
    inner.addLast("</memoryBacking>");
    return inner;
  }

  private static String page(MemoryBacking.Page page) {
    String cells = page.cells().map(set -> " nodeset='" + set + "'").orElse("");
    return "<page size='" + page.size().kib() + "' unit='KiB'" + cells + "/>";
  }
}
