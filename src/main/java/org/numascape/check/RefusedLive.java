package org.numascape.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;

/// The design moves memory of a running guest, or changes how it is bound: libvirt refuses that
/// live, but for the nodes of restrictive memory.
///
/// The plan to apply a design asks for it at the next start, so it is advice and not the error that
/// asking for it live would be.
final class RefusedLive implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var it = guest.guest();
    if (!it.state().active() || it.wanted().numaTune().equals(it.stored().numaTune())) {
      return Stream.empty();
    }
    var running = it.live().orElse(it.stored()).numaTune();
    return change(running, it.wanted().numaTune())
        .map(what ->
            Finding.of(
                    "L-03", Severity.INFO, guest, what + ", and libvirt refuses that while it runs")
                .at(
                    guest.domain().memoryCells().stream()
                        .map(cell -> new Item.Cell(guest.id(), cell.id()))
                        .toList()))
        .stream();
  }

  /// What of a change cannot be done live.
  private static Optional<String> change(NumaTune from, NumaTune to) {
    var before = from.memory().map(MemoryBinding::mode);
    var after = to.memory().map(MemoryBinding::mode);
    if (from.equals(to)) {
      return Optional.empty();
    }
    if (!before.equals(after)) {
      return Optional.of(
          "Its memory goes from "
              + before.map(MemoryMode::word).orElse("no rule")
              + " to "
              + after.map(MemoryMode::word).orElse("no rule"));
    }
    if (!from.cells().equals(to.cells())) {
      return Optional.of("Its cells' memory goes to other nodes");
    }
    return before.equals(Optional.of(MemoryMode.RESTRICTIVE))
        ? Optional.empty()
        : Optional.of("Its memory goes to other nodes");
  }
}
