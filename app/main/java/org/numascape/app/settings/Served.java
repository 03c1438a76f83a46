package org.numascape.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.numascape.domain.Controller;
import org.numascape.domain.Disk;
import org.numascape.domain.Domain;

/// Who serves which disk, in words.
interface Served {

  /// Whether libvirt lets an I/O thread serve a disk: virtio ones; disks of virtio-scsi go with
  /// their controller.
  static boolean possible(Disk disk) {
    return disk.bus().equals("virtio");
  }

  /// Whether libvirt lets an I/O thread serve what hangs on a controller.
  static boolean possible(Controller controller) {
    return controller.type().equals("scsi")
        && controller.model().equals("virtio-scsi")
        && controller.index().isPresent();
  }

  /// `vda, vdb, SCSI controller 0`; `nothing`
  static String by(Domain domain, int thread) {
    var words = new ArrayList<String>();
    domain.hardware().disks().stream()
        .filter(disk -> disk.ioThreads().contains(thread))
        .forEach(disk -> words.add(disk.target()));
    domain.hardware().controllers().stream()
        .filter(bus -> bus.ioThread().equals(OptionalInt.of(thread)))
        .forEach(bus -> words.add("SCSI controller " + bus.index().orElse(0)));
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }

  /// `I/O thread 1`, `I/O threads 1, 2`, `the main loop`
  static String who(List<Integer> threads) {
    if (threads.isEmpty()) {
      return "the main loop";
    }
    String ids = threads.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return (threads.size() == 1 ? "I/O thread " : "I/O threads ") + ids;
  }
}
