package org.numascape.check;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.MemoryEdit;
import org.numascape.domain.PageBacking;
import org.numascape.topology.MemorySize;

/// A guest on huge pages is given less than its memory, by a balloon that cannot give huge pages
/// back.
final class BalloonOnHugePages implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    long current = domain.memory().currentKib().orElse(domain.totalKib());
    return !allHuge(guest) || current >= domain.memoryKib()
        ? Stream.empty()
        : Finding.of(
            "H-08",
            Severity.WARNING,
            guest,
            "The balloon shall keep "
                + MemorySize.ofKib(domain.memoryKib() - current)
                + " from the guest, and its huge pages stay taken")
            .fixed(now ->
                Trial.fix(
                    now,
                    guest.id(),
                    "H-08",
                    "Give " + guest.guest().name() + " all its memory",
                    List.of(new MemoryEdit.SetCurrent(guest.id(), OptionalLong.empty()))))
            .stream();
  }

  /// Whether all cells are on huge pages.
  static boolean allHuge(GuestFacts guest) {
    return guest.domain().memoryCells().stream()
        .noneMatch(cell -> guest.domain().pagesOf(cell.id()) instanceof PageBacking.Normal);
  }
}
