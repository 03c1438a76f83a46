package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;

/// Placement is left to numad, perhaps beside explicit rules.
final class AutomaticPlacement implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    boolean memory = domain.numaTune().automatic();
    if (!memory && !domain.vcpus().automatic()) {
      return Stream.empty();
    }
    boolean refused = memory && !domain.numaTune().cells().isEmpty();
    boolean pinned = !domain.vcpuPins().isEmpty();
    var severity = refused ? Severity.ERROR : pinned ? Severity.WARNING : Severity.INFO;
    String message =
        refused
            ? "Its memory is placed by numad, but cells are bound"
            : pinned
                ? "It is placed by numad, but vCPUs are pinned"
                : "It is placed by numad, where that is installed";
    return Finding.of("N-22", severity, guest, message)
        .titled(refused || pinned ? "" : "numad")
        .stream();
  }
}
