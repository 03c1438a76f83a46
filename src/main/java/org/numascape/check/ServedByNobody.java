package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.IoThreadEdit;
import org.numascape.domain.IoThread;
import org.numascape.topology.CpuSet;

/// A disk, a controller or a scheduling class names an I/O thread that the guest has not got, or a
/// disk or controller one that cannot serve it. (A pin of such a thread is refused by the reader of
/// the domain XML already.)
///
/// Source: libvirt `qemuDomainCheckIOThreads`, `virDomainControllerDefValidate`.
final class ServedByNobody implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return Stream.concat(absent(guest), unable(guest));
  }

  /// libvirt has I/O threads serve disks on virtio and controllers of virtio-scsi.
  private static Stream<Finding> unable(GuestFacts guest) {
    var hardware = guest.domain().hardware();
    var disks =
        hardware.disks().stream()
            .filter(disk -> !disk.ioThreads().isEmpty())
            .filter(disk -> !disk.bus().isEmpty() && !disk.bus().equals("virtio"))
            .toList();
    var controllers =
        hardware.controllers().stream()
            .filter(controller -> controller.ioThread().isPresent())
            .filter(controller ->
                !controller.model().isEmpty() && !controller.model().startsWith("virtio"))
            .toList();
    var users =
        Stream.concat(
                disks.stream().map(disk -> "disk " + disk.target() + " on " + disk.bus()),
                controllers.stream()
                    .map(one -> one.model() + " controller " + one.index().orElse(0)))
            .toList();
    var edits = new ArrayList<Edit>();
    disks.forEach(
        disk -> edits.add(new IoThreadEdit.ServeDisk(guest.id(), disk.target(), List.of())));
    controllers.stream()
        .flatMapToInt(controller -> controller.index().stream())
        .forEach(index ->
            edits.add(new IoThreadEdit.ServeController(guest.id(), index, OptionalInt.empty())));
    return users.isEmpty()
        ? Stream.empty()
        : Finding.of("E-08", Severity.ERROR, guest, "No I/O thread can serve " + Words.list(users))
            .titled("unable")
            .fixed(now -> Trial.fix(now, guest.id(), "E-08", "Leave it to QEMU's main loop", edits))
            .stream();
  }

  private static Stream<Finding> absent(GuestFacts guest) {
    var domain = guest.domain();
    var known = domain.ioThreads().stream().map(IoThread::id).toList();
    var missing = new TreeSet<Integer>();
    var users = new ArrayList<String>();
    for (var disk : domain.hardware().disks()) {
      if (!unknown(disk.ioThreads(), known).isEmpty()) {
        missing.addAll(unknown(disk.ioThreads(), known));
        users.add("disk " + disk.target());
      }
    }
    for (var controller : domain.hardware().controllers()) {
      var threads = controller.ioThread().stream().boxed().toList();
      if (!unknown(threads, known).isEmpty()) {
        missing.addAll(unknown(threads, known));
        users.add(controller.type() + " controller " + controller.index().orElse(0));
      }
    }
    for (var scheduled : domain.cpuTune().ioThreadSchedulers()) {
      var threads = scheduled.threads().stream().boxed().toList();
      if (!unknown(threads, known).isEmpty()) {
        missing.addAll(unknown(threads, known));
        users.add("scheduling class " + scheduled.scheduler());
      }
    }
    return missing.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "E-08",
            Severity.ERROR,
            guest,
            Words.list(users)
                + (users.size() == 1 ? " is for I/O thread " : " are for I/O thread ")
                + CpuSet.of(missing)
                + ", which the guest has not got")
            .fixed(now -> fixes(now, guest, missing))
            .stream();
  }

  private static List<Integer> unknown(List<Integer> threads, List<Integer> known) {
    return threads.stream().filter(thread -> !known.contains(thread)).toList();
  }

  private static List<Fix> fixes(Analysis facts, GuestFacts guest, Set<Integer> missing) {
    if (missing.contains(0)) {
      return List.of();
    }
    var edits = missing.stream().map(id -> new IoThreadEdit.AddIoThread(guest.id(), id)).toList();
    return Trial.fix(
        facts, guest.id(), "E-08", "Give " + guest.guest().name() + " the I/O threads", edits);
  }
}
