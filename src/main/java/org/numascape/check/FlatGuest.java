package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.CellEdit;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.PageBacking;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// A guest on several nodes that is not told so.
///
/// Only vCPUs that are on one node each count: sets that span nodes are `MayLeaveMemory`'s
/// business.
final class FlatGuest implements GuestCheck {

  private static final long MIB = 1_024;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    if (guest.domain().cells().size() > 1) {
      return Stream.empty();
    }
    var nodes =
        guest.vcpus().stream()
            .filter(seat -> seat.hold().pinned())
            .map(seat -> guest.host().nodesOf(seat.cpus()))
            .filter(one -> one.size() == 1)
            .reduce(NodeSet.EMPTY, NodeSet::or);
    if (nodes.size() < 2 || ownsTheHost(guest, nodes)) {
      return Stream.empty();
    }
    return Finding.of(
        "P-08",
        Severity.WARNING,
        guest,
        "The vCPUs are on " + Words.nodes(nodes) + ", the guest sees one node")
        .at(guest.vcpus().stream().map(Seat::who).toList())
        .fixed(now -> fixes(now, guest, nodes))
        .stream();
  }

  /// One guest that owns the whole host and takes its memory from all nodes in turn.
  private static boolean ownsTheHost(GuestFacts guest, NodeSet nodes) {
    boolean interleaved =
        guest
            .domain()
            .numaTune()
            .bindingOf(0)
            .filter(rule -> rule.mode() == MemoryMode.INTERLEAVE)
            .isPresent();
    return interleaved && nodes.containsAll(guest.host().nodeSet());
  }

  private static List<Fix> fixes(Analysis facts, GuestFacts guest, NodeSet nodes) {
    var fixes = new ArrayList<>(Pull.toOneNode(facts, guest));
    fixes.addAll(cells(facts, guest, nodes));
    return fixes;
  }

  /// A cell for each node, with the vCPUs that are there and memory in proportion.
  private static List<Fix> cells(Analysis facts, GuestFacts guest, NodeSet nodes) {
    long step =
        guest.domain().pagesOf(0) instanceof PageBacking.Huge(var size)
            ? Math.max(MIB, size.kib())
            : MIB;
    var cells = new ArrayList<GuestCell>();
    var edits = new ArrayList<Edit>();
    long left = guest.domain().memoryKib();
    int all = guest.domain().vcpus().maximum();
    for (int node : nodes.stream().toArray()) {
      var vcpus = vcpusOn(guest, node);
      boolean last = cells.size() + 1 == nodes.size();
      long part = guest.domain().memoryKib() / step * vcpus.size() / all * step;
      long kib = last ? left : part;
      left -= kib;
      if (vcpus.isEmpty() || kib <= 0) {
        return List.of();
      }
      int id = cells.size();
      cells.add(new GuestCell(id, vcpus, kib));
      edits.add(
          new Edit.BindCell(
              guest.id(), id, new MemoryBinding(MemoryMode.STRICT, NodeSet.of(node))));
    }
    edits.addFirst(new CellEdit.SetCells(guest.id(), cells));
    String label = "Give " + guest.guest().name() + " a cell on each of " + Words.nodes(nodes);
    return Trial.fix(facts, guest.id(), "P-08", label, edits);
  }

  private static CpuSet vcpusOn(GuestFacts guest, int node) {
    return CpuSet.of(
        guest.vcpus().stream()
            .filter(seat -> guest.host().nodesOf(seat.cpus()).equals(NodeSet.of(node)))
            .map(seat -> ((Item.Vcpu) seat.who()).vcpu())
            .toList());
  }
}
