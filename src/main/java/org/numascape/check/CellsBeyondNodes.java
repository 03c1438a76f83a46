package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// A guest with more cells than host nodes it uses: N-31 where that is one node or none in
/// particular, else N-01, and so where the host has not so many at all.
///
/// Cells without vCPUs, tiers of memory or anchors of devices, do not count.
final class CellsBeyondNodes implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var cells = guest.domain().cells().stream().filter(cell -> !cell.vcpus().isEmpty()).toList();
    if (cells.size() < 2) {
      return Stream.empty();
    }
    var used = NodeSet.EMPTY;
    int placed = 0;
    for (var cell : cells) {
      var nodes = place(guest, cell.id());
      used = used.or(nodes);
      placed += nodes.isEmpty() ? 0 : 1;
    }
    boolean some = placed > 0 && placed < cells.size();
    if (some || used.size() >= cells.size()) {
      return Stream.empty();
    }
    int nodes = guest.host().nodes().size();
    boolean beyondHost = nodes > 0 && nodes < cells.size();
    String where =
        !used.isEmpty()
            ? "is on " + Words.nodes(used)
            : beyondHost
                ? "the host " + nodes + (nodes == 1 ? " node" : " nodes")
                : "is on no node in particular";
    boolean several = used.size() > 1 || (used.isEmpty() && beyondHost);
    String code = several ? "N-01" : "N-31";
    return Finding.of(
        code,
        several ? Severity.WARNING : Severity.INFO,
        guest,
        "The guest has " + cells.size() + " cells and " + where)
        .at(cells.stream().map(cell -> new Item.Cell(guest.id(), cell.id())).toList())
        .fixed(now -> fixes(now, guest, code))
        .stream();
  }

  private static NodeSet place(GuestFacts guest, int cell) {
    var memory = guest.memoryOf(cell);
    return memory.isEmpty() ? guest.host().nodesOf(guest.cpusOf(cell)) : memory;
  }

  /// Merges cells of one node until there are none.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest, String code) {
    var edits = new ArrayList<Edit>();
    var now = facts;
    var same = ofOneNode(guest);
    while (same.size() > 1) {
      var edit = new CellEdit.Merge(guest.id(), same);
      edits.add(edit);
      now = now.after(edit.applyTo(now.design()));
      same = now.guest(guest.id()).map(CellsBeyondNodes::ofOneNode).orElse(CpuSet.EMPTY);
    }
    return Trial.fix(facts, guest.id(), code, "Merge cells of " + guest.guest().name(), edits);
  }

  /// Cells with vCPUs that are on the same nodes.
  private static CpuSet ofOneNode(GuestFacts guest) {
    var byPlace = new LinkedHashMap<NodeSet, List<Integer>>();
    for (var cell : guest.domain().cells()) {
      if (!cell.vcpus().isEmpty()) {
        byPlace.computeIfAbsent(place(guest, cell.id()), nodes -> new ArrayList<>()).add(cell.id());
      }
    }
    return byPlace.values().stream()
        .filter(cells -> cells.size() > 1)
        .map(CpuSet::of)
        .findFirst()
        .orElse(CpuSet.EMPTY);
  }
}
