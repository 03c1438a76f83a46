package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.PageBacking;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// A guest on huge pages whose emulator may not run where the pages are: threads that allocate them
/// are held to the emulator's CPUs and to the node's at once, and the start fails.
///
/// An error where no node of the memory is covered, which was seen to fail; a warning where only
/// some are.
final class EmulatorCannotAllocate implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var emulator = guest.domain().emulatorAffinity().orElse(CpuSet.EMPTY);
    if (emulator.isEmpty()) {
      return Stream.empty();
    }
    var all = NodeSet.EMPTY;
    var uncovered = NodeSet.EMPTY;
    for (var cell : guest.domain().memoryCells()) {
      var nodes = allocatedOn(guest, cell.id());
      all = all.or(nodes);
      if (!nodes.isEmpty() && !nodes.intersects(guest.host().nodesOf(emulator))) {
        uncovered = uncovered.or(nodes);
      }
    }
    var missing = uncovered;
    if (missing.isEmpty()) {
      return Stream.empty();
    }
    boolean none = !all.intersects(guest.host().nodesOf(emulator));
    return Finding.of(
        "H-19",
        none ? Severity.ERROR : Severity.WARNING,
        guest,
        "Its huge pages are on "
            + Words.nodes(missing)
            + ", the emulator may use "
            + Words.cpus(emulator)
            + " only")
        .at(new Item.Emulator(guest.id()))
        .fixed(now -> fixes(now, guest, emulator, missing))
        .stream();
  }

  /// Nodes with CPUs on which QEMU itself allocates huge pages of a cell.
  private static NodeSet allocatedOn(GuestFacts guest, int cell) {
    boolean normal = guest.domain().pagesOf(cell) instanceof PageBacking.Normal;
    boolean restrictive =
        guest
            .domain()
            .numaTune()
            .bindingOf(cell)
            .filter(rule -> rule.mode() == MemoryMode.RESTRICTIVE)
            .isPresent();
    var nodes = guest.memoryOf(cell);
    boolean cpus = nodes.stream().anyMatch(node -> !guest.host().cpusOf(node).isEmpty());
    return normal || restrictive || !cpus ? NodeSet.EMPTY : nodes;
  }

  /// A free core, or one kept for the host, of each node that is not covered.
  private static List<Fix> fixes(
      Analysis facts, GuestFacts guest, CpuSet emulator, NodeSet missing) {
    var cpus = emulator;
    for (int node : missing.stream().toArray()) {
      var own = facts.host().cpusOf(node).and(facts.host().usableCpus());
      var place = own.and(facts.occupancy().reserved()).minus(facts.occupancy().taken());
      var core =
          own.and(facts.occupancy().freeCores()).stream()
              .mapToObj(facts.host()::siblings)
              .findFirst()
              .orElse(CpuSet.EMPTY);
      var more = place.isEmpty() ? core : place;
      if (more.isEmpty()) {
        return List.of();
      }
      cpus = cpus.or(more);
    }
    return List.of(
        new Fix(
            "Let the emulator of " + guest.guest().name() + " use " + Words.cpus(cpus),
            new Edit.PinEmulator(guest.id(), Optional.of(cpus))));
  }
}
