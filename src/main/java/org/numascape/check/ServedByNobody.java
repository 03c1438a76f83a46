package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.IoThreadEdit;
import org.numascape.domain.IoThread;
import org.numascape.topology.CpuSet;

/// A disk, a controller or a scheduling class names an I/O thread that the guest has not got. (A
/// pin of such a thread is refused by the reader of the domain XML already.)
final class ServedByNobody implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
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
