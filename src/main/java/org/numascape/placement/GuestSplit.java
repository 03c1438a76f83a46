package org.numascape.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.ThreadPolicy;
import org.numascape.design.CellEdit;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// A guest too large for one node in more cells than it has, each on a node where it fits.
///
/// @param cells how many cells it has then
/// @param nodes host nodes they come to, by OS index
/// @param plan splits the guest and places it
record GuestSplit(int cells, NodeSet nodes, GuestPlan plan) {

  /// Into as few cells as will do, the cells there are each into as many; empty where no way does.
  ///
  /// @param empty facts of a design in which the guest is placed nowhere
  static Optional<GuestSplit> of(Analysis empty, Guest guest, Target target, ThreadPolicy policy) {
    int before = guest.wanted().memoryCells().size();
    for (int parts = 2; parts * before <= target.nodes().size(); parts++) {
      var split = of(empty, guest, target, policy, parts);
      if (split.isPresent()) {
        return split;
      }
    }
    return Optional.empty();
  }

  private static Optional<GuestSplit> of(
      Analysis empty, Guest guest, Target target, ThreadPolicy policy, int parts) {
    int before = guest.wanted().memoryCells().size();
    var edits = new ArrayList<Edit>();
    // From the last to the first: a split gives those after it other ids.
    for (int cell = before - 1; cell >= 0; cell--) {
      edits.add(new CellEdit.Split(guest.id(), cell, parts));
    }
    Design design = empty.design();
    for (var edit : edits) {
      design = edit.applyTo(design);
    }
    var facts = empty.after(design);
    var split = design.guest(guest.id()).orElse(guest);
    var cells = split.wanted().memoryCells();
    boolean peopled = cells.stream().noneMatch(cell -> cell.vcpus().isEmpty());
    if (cells.size() != before * parts || !peopled) {
      return Optional.empty();
    }
    return GuestPlan.apart(facts, split, cells, target, policy)
        .map(plan -> told(guest, cells.size(), edits, facts, plan));
  }

  private static GuestSplit told(
      Guest guest, int cells, List<Edit> splits, Analysis facts, GuestPlan plan) {
    var edits = new ArrayList<>(splits);
    edits.addAll(plan.edits());
    var cpus = plan.landing().pins().values().stream().reduce(CpuSet.EMPTY, CpuSet::or);
    var nodes = facts.host().nodesOf(cpus);
    var lines = new ArrayList<PillLine>();
    lines.add(
        new PillLine(
            Tone.CAUTION,
            "does not fit one node: split into " + cells + " guest cells on nodes " + nodes));
    if (guest.state().active()) {
      lines.add(new PillLine(Tone.PLAIN, "the guest sees its cells from its next start on"));
    }
    lines.add(new PillLine(Tone.PLAIN, "Shift: keep its cells as they are"));
    return new GuestSplit(cells, nodes, new GuestPlan(edits, plan.landing(), lines));
  }

  /// `2 guest cells on nodes 0-1`
  String words() {
    return cells + " guest cells on nodes " + nodes;
  }
}
