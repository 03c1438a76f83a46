package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;

/// A cell with vCPUs has all its memory on nodes without CPUs.
final class NodeWithoutCpus implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return guest.domain().memoryCells().stream()
        .filter(cell -> !cell.vcpus().isEmpty())
        .filter(cell -> {
          var nodes = guest.memoryOf(cell.id());
          return !nodes.isEmpty()
              && nodes.stream().allMatch(node -> guest.host().cpusOf(node).isEmpty());
        })
        .map(cell -> {
          var nodes = guest.memoryOf(cell.id());
          return Finding.of(
                  "N-26",
                  Severity.WARNING,
                  guest,
                  Words.cell(guest.domain(), cell.id())
                      + " is on "
                      + Words.nodes(nodes)
                      + ", which "
                      + (nodes.size() == 1 ? "has" : "have")
                      + " no CPUs")
              .at(new Item.Cell(guest.id(), cell.id()))
              .fixed(
                  now -> Room.moveCellTo(now, guest.id(), cell.id(), nodes.last(), other -> true));
        });
  }
}
