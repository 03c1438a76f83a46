package org.numascape.check;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.MemoryEdit;
import org.numascape.topology.MemorySize;

/// A hard limit that is not above the guest's memory: QEMU needs more than that, and is killed.
final class LimitTooLow implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var tune = guest.domain().memory().tune();
    long total = guest.domain().totalKib();
    return tune.hardLimit().orElse(Long.MAX_VALUE) > total
        ? Stream.empty()
        : Finding.of(
            "N-39",
            Severity.ERROR,
            guest,
            "It has "
                + MemorySize.ofKib(total)
                + " of memory and a hard limit of "
                + MemorySize.ofKib(tune.hardLimit().orElse(0)))
            .fixed(now ->
                Trial.fix(
                    now,
                    guest.id(),
                    "N-39",
                    "Take the hard limit of " + guest.guest().name() + " away",
                    List.of(
                        new MemoryEdit.SetLimits(
                            guest.id(), tune.withHardLimit(OptionalLong.empty())))))
            .stream();
  }
}
