package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.domain.GuestCell;
import org.numascape.topology.CpuSet;

/// The nodeset of a page size names a guest cell that is not there.
final class PagesOfNoCell implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var cells = CpuSet.of(guest.domain().memoryCells().stream().map(GuestCell::id).toList());
    var named =
        guest.domain().backing().pages().stream()
            .flatMap(page -> page.cells().stream())
            .reduce(CpuSet.EMPTY, CpuSet::or);
    var absent = named.minus(cells);
    if (!guest.domain().backing().hugePages() || absent.isEmpty()) {
      return Stream.empty();
    }
    var size = guest.domain().backing().pages().getFirst().size();
    return Finding.of(
        "H-09",
        Severity.ERROR,
        guest,
        "Pages are meant for guest "
            + (absent.size() == 1 ? "cell " : "cells ")
            + absent
            + ", the last one is "
            + cells.last())
        .fixed(now ->
            Trial.fix(
                now,
                guest.id(),
                "H-09",
                "Put all memory of " + guest.guest().name() + " on pages of " + size,
                List.of(new Edit.SetPages(guest.id(), Optional.of(size)))))
        .stream();
  }
}
