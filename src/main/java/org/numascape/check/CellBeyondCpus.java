package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;

/// A cell has more vCPUs than its one node has CPUs.
final class CellBeyondCpus implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return guest.domain().memoryCells().stream()
        .flatMap(cell -> {
          var nodes = guest.memoryOf(cell.id());
          if (nodes.size() != 1) {
            return Stream.empty();
          }
          int node = nodes.last();
          int cpus = guest.host().cpusOf(node).and(guest.host().usableCpus()).size();
          return cpus == 0 || cell.vcpus().size() <= cpus
              ? Stream.<Finding>empty()
              : Finding.of(
                  "N-30",
                  Severity.WARNING,
                  guest,
                  Words.cell(guest.domain(), cell.id())
                      + " is on node "
                      + node
                      + ", which has "
                      + cpus
                      + " CPUs for "
                      + cell.vcpus().size()
                      + " vCPUs")
                  .at(new Item.Cell(guest.id(), cell.id()))
                  .stream();
        });
  }
}
