package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;

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
        .stream();
  }
}
