package org.numascape.check;

import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;

/// Fixes that move an emulator.
interface EmulatorMoves {

  /// Pins the emulator where it disturbs no vCPU; nothing when there is no such place.
  static List<Fix> toHousekeeping(Analysis facts, Guest guest) {
    var cpus = Housekeeping.cpusFor(facts, guest);
    if (cpus.isEmpty()) {
      return List.of();
    }
    boolean reserved = facts.occupancy().reserved().containsAll(cpus);
    String label = "Pin the emulator to " + (reserved ? "host " : "") + Words.cpus(cpus);
    return List.of(new Fix(label, new Edit.PinEmulator(guest.id(), Optional.of(cpus))));
  }

  /// An edit that moves memory of a guest, with the emulator brought along where it could not
  /// allocate huge pages there any more.
  static Edit along(Analysis facts, DomainId id, String label, Edit edit) {
    if (Trial.sound(facts, id, edit)) {
      return edit;
    }
    var after = facts.after(edit.applyTo(facts.design()));
    return after
        .guest(id)
        .map(guest -> Housekeeping.cpusFor(after, guest.guest()))
        .filter(cpus -> !cpus.isEmpty())
        .<Edit>map(cpus ->
            new Edit.Together(label, List.of(edit, new Edit.PinEmulator(id, Optional.of(cpus)))))
        .orElse(edit);
  }
}
