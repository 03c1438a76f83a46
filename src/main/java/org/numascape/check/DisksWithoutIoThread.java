package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.IoThreadEdit;
import org.numascape.domain.Disk;

/// A dedicated guest whose virtio disks are all served by the main loop.
final class DisksWithoutIoThread implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var disks =
        guest.domain().hardware().disks().stream()
            .filter(disk -> disk.bus().equals("virtio"))
            .toList();
    boolean served = disks.stream().anyMatch(disk -> !disk.ioThreads().isEmpty());
    return !guest.dedicated() || disks.isEmpty() || served
        ? Stream.empty()
        : Finding.of(
            "E-05",
            Severity.INFO,
            guest,
            (disks.size() == 1 ? "Its disk is" : "Its " + disks.size() + " disks are")
                + " served by the main loop")
            .fixed(now -> fixes(now, guest, disks))
            .stream();
  }

  /// The first I/O thread, added where there is none, serves them all.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest, List<Disk> disks) {
    var own = guest.domain().ioThreads();
    int thread = own.isEmpty() ? 1 : own.getFirst().id();
    var edits = new ArrayList<Edit>();
    if (own.isEmpty()) {
      edits.add(new IoThreadEdit.AddIoThread(guest.id(), thread));
      var cpus = Housekeeping.cpusFor(facts, guest.guest());
      if (!cpus.isEmpty()) {
        edits.add(new Edit.PinIoThread(guest.id(), thread, Optional.of(cpus)));
      }
    }
    disks.forEach(
        disk -> edits.add(new IoThreadEdit.ServeDisk(guest.id(), disk.target(), List.of(thread))));
    return Trial.fix(
        facts, guest.id(), "E-05", "Let I/O thread " + thread + " serve the disks", edits);
  }
}
