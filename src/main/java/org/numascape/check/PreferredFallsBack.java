package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.domain.MemoryMode;

/// Memory that prefers its node: of several nodes only one is preferred, and a dedicated guest
/// counts on what is no promise.
final class PreferredFallsBack implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var cells =
        guest.domain().memoryCells().stream()
            .filter(cell ->
                guest
                    .domain()
                    .numaTune()
                    .bindingOf(cell.id())
                    .filter(rule -> rule.mode() == MemoryMode.PREFERRED)
                    .filter(rule -> rule.nodes().size() > 1 || guest.dedicated())
                    .isPresent())
            .toList();
    if (cells.isEmpty()) {
      return Stream.empty();
    }
    var nodes = guest.memoryOf(cells.getFirst().id());
    boolean several = nodes.size() > 1;
    return Finding.of(
        "N-20",
        Severity.INFO,
        guest,
        several
            ? "Its memory prefers " + Words.nodes(nodes) + " at once"
            : "Its memory prefers " + Words.nodes(nodes) + " and may be elsewhere")
        .titled(several ? "several" : "")
        .at(cells.stream().map(cell -> new Item.Cell(guest.id(), cell.id())).toList())
        .fixed(now -> Strictly.fixes(now, guest))
        .stream();
  }
}
