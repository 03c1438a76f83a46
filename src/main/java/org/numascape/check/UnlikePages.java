package org.numascape.check;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.domain.PageBacking;
import org.numascape.topology.PageSize;

/// Huge pages of a size that a host which tells its pools does not offer.
final class UnlikePages implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var offered = new TreeSet<PageSize>();
    for (var node : guest.host().nodes().values()) {
      for (var pool : node.pools()) {
        if (pool.size().compareTo(PageSize.SMALL) > 0) {
          offered.add(pool.size());
        }
      }
    }
    if (offered.isEmpty()) {
      return Stream.empty();
    }
    return guest.domain().memoryCells().stream()
        .map(cell -> guest.domain().pagesOf(cell.id()))
        .distinct()
        .flatMap(pages ->
            pages instanceof PageBacking.Huge(var size) && !offered.contains(size)
                ? finding(guest, size, offered).stream()
                : Stream.empty());
  }

  private static Finding finding(GuestFacts guest, PageSize size, Set<PageSize> offered) {
    return Finding.of(
            "H-05",
            Severity.ERROR,
            guest,
            "It wants pages of "
                + size
                + ", the host offers "
                + Words.list(offered.stream().map(PageSize::toString).toList()))
        .fixed(now ->
            offered.stream()
                .map(other ->
                    new Fix(
                        "Put " + guest.guest().name() + " on pages of " + other,
                        new Edit.SetPages(guest.id(), Optional.of(other))))
                .filter(fix -> Trial.roomy(now, fix.edit()))
                .toList());
  }
}
