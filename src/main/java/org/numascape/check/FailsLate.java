package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.BackingEdit;
import org.numascape.design.Item;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.PageBacking;

/// Strict memory on normal pages that are allocated when they are touched.
final class FailsLate implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    boolean early =
        guest
            .domain()
            .backing()
            .allocation()
            .flatMap(MemoryAllocation::mode)
            .filter(mode -> mode == MemoryAllocation.Mode.IMMEDIATE)
            .isPresent();
    var cells =
        guest.domain().memoryCells().stream()
            .filter(cell -> guest.domain().pagesOf(cell.id()) instanceof PageBacking.Normal)
            .filter(cell ->
                guest
                    .domain()
                    .numaTune()
                    .bindingOf(cell.id())
                    .filter(rule -> rule.mode() == MemoryMode.STRICT)
                    .isPresent())
            .toList();
    return early || cells.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "N-18",
            Severity.INFO,
            guest,
            "Its memory is strict on normal pages: where the node runs short it is killed later, not refused at start")
            .at(cells.stream().map(cell -> new Item.Cell(guest.id(), cell.id())).toList())
            .fixed(now -> fixes(now, guest))
            .stream();
  }

  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var fixes = new ArrayList<>(OnHugePages.fixes(facts, guest));
    var immediate =
        new MemoryAllocation(Optional.of(MemoryAllocation.Mode.IMMEDIATE), OptionalInt.empty());
    fixes.addAll(
        Trial.fix(
            facts,
            guest.id(),
            "N-18",
            "Allocate the memory of " + guest.guest().name() + " at start",
            List.of(new BackingEdit.SetAllocation(guest.id(), Optional.of(immediate)))));
    return fixes;
  }
}
