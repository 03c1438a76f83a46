package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;

/// Restrictive memory: mixed with other modes libvirt refuses it, alone it binds less than strict.
final class RestrictiveMode implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var tune = guest.domain().numaTune();
    var modes =
        Stream.concat(tune.memory().stream(), tune.cells().values().stream())
            .map(MemoryBinding::mode)
            .distinct()
            .toList();
    if (!modes.contains(MemoryMode.RESTRICTIVE)) {
      return Stream.empty();
    }
    boolean mixed = modes.size() > 1;
    return Finding.of(
        "N-21",
        mixed ? Severity.ERROR : Severity.WARNING,
        guest,
        mixed
            ? "Its memory is restrictive for some cells and "
                + Words.list(
                    modes.stream()
                        .filter(mode -> mode != MemoryMode.RESTRICTIVE)
                        .map(MemoryMode::word)
                        .toList())
                + " for others"
            : "Its memory is restrictive: the kernel's default policy chooses among the nodes")
        .titled(mixed ? "mixed" : "")
        .fixed(now -> Strictly.fixes(now, guest))
        .stream();
  }
}
