package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NodeSet;

/// A guest on several nodes that would fit one.
final class FitsOneNode implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var reach = guest.reach();
    boolean spread = reach.cpuNodes().size() > 1 || boundNodes(guest).size() > 1;
    if (!spread || !Fits.oneNode(guest)) {
      return Stream.empty();
    }
    var nodes = reach.cpuNodes().or(boundNodes(guest));
    return Finding.of(
        "N-23",
        Severity.INFO,
        guest,
        "It is on "
            + Words.nodes(nodes)
            + "; its "
            + guest.domain().vcpus().maximum()
            + " vCPUs and "
            + MemorySize.ofKib(guest.domain().memoryKib())
            + " would fit one node")
        .fixed(now -> Pull.toOneNode(now, guest))
        .stream();
  }

  /// Nodes of memory that is not spread on purpose.
  private static NodeSet boundNodes(GuestFacts guest) {
    return guest.domain().memoryCells().stream()
        .filter(cell ->
            guest
                .domain()
                .numaTune()
                .bindingOf(cell.id())
                .filter(rule -> rule.mode() != MemoryMode.INTERLEAVE)
                .isPresent())
        .map(cell -> guest.memoryOf(cell.id()))
        .reduce(NodeSet.EMPTY, NodeSet::or);
  }
}
