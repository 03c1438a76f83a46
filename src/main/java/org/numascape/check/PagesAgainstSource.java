package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.BackingEdit;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemorySource;

/// Huge pages together with anonymous memory or allocation on demand.
final class PagesAgainstSource implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var backing = guest.domain().backing();
    boolean anonymous = backing.source().equals(Optional.of(MemorySource.ANONYMOUS));
    boolean late =
        backing
            .allocation()
            .flatMap(MemoryAllocation::mode)
            .filter(mode -> mode == MemoryAllocation.Mode.ONDEMAND)
            .isPresent();
    return backing.hugePages() && (anonymous || late)
        ? Finding.of(
            "H-21",
            Severity.ERROR,
            guest,
            "It wants huge pages and " + (anonymous ? "anonymous memory" : "allocation on demand"))
            .fixed(now ->
                Trial.fix(
                    now,
                    guest.id(),
                    "H-21",
                    "Leave source and allocation to libvirt",
                    List.of(
                        new BackingEdit.SetSource(guest.id(), Optional.empty()),
                        new BackingEdit.SetAllocation(guest.id(), Optional.empty()))))
            .stream()
        : Stream.empty();
  }
}
