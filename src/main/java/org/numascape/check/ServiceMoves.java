package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// Fixes that move emulator and I/O threads.
interface ServiceMoves {

  /// Pins these threads of a guest to some CPUs.
  static List<Fix> to(GuestFacts guest, List<Seat> threads, CpuSet cpus) {
    var edits = new ArrayList<Edit>();
    for (var seat : threads) {
      if (seat.who() instanceof Item.Emulator(var id)) {
        edits.add(new Edit.PinEmulator(id, Optional.of(cpus)));
      } else if (seat.who() instanceof Item.IoThread(var id, int thread)) {
        edits.add(new Edit.PinIoThread(id, thread, Optional.of(cpus)));
      }
    }
    String label =
        "Pin "
            + Words.inSentence(Words.threads(threads))
            + " of "
            + guest.guest().name()
            + " to "
            + Words.cpus(cpus);
    return List.of(new Fix(label, new Edit.Together(label, edits)));
  }

  /// Pins these threads where they disturb no vCPU; nothing when there is no such place.
  static List<Fix> toHousekeeping(Analysis facts, GuestFacts guest, List<Seat> threads) {
    var cpus = Housekeeping.cpusFor(facts, guest.guest());
    return cpus.isEmpty() ? List.of() : to(guest, threads, cpus);
  }
}
