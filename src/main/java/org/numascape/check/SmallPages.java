package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.domain.PageBacking;
import org.numascape.topology.MemorySize;
import org.numascape.topology.PageSize;

/// A guest on normal pages that should be on huge ones: H-16 where a device is passed through, so
/// that all its memory is pinned anyway, else H-01 where it is dedicated and large.
final class SmallPages implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    boolean normal =
        guest.domain().memoryCells().stream()
            .anyMatch(cell -> guest.domain().pagesOf(cell.id()) instanceof PageBacking.Normal);
    if (!normal) {
      return Stream.empty();
    }
    long kib = guest.domain().memoryKib();
    boolean large = guest.dedicated() && kib >= guest.thresholds().hugePagesKib();
    int devices = guest.domain().devices().size();
    if (devices == 0 && !large) {
      return Stream.empty();
    }
    String pages =
        MemorySize.ofKib(kib) + " in " + Words.count(PageSize.SMALL.pagesFor(kib)) + " small pages";
    return Finding.of(
        devices > 0 ? "H-16" : "H-01",
        Severity.INFO,
        guest,
        devices > 0 ? "It is given a device and has " + pages : "It has " + pages)
        .fixed(now -> OnHugePages.fixes(now, guest))
        .stream();
  }
}
