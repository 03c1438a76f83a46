package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.NodeSet;

/// A guest on several nodes that is not told so.
///
/// Only vCPUs that are on one node each count: sets that span nodes are `MayLeaveMemory`'s
/// business.
final class FlatGuest implements GuestCheck {

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
        .fixed(now -> Pull.toOneNode(now, guest))
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
}
