package org.numascape.format.domainxml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.numascape.domain.Disk;
import org.numascape.domain.Domain;

/// Which I/O threads serve disks: `driver/@iothread` for one, `driver/iothreads` for several.
final class DiskThreadRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) {
    var now = threads(new HardwareReader(new Fields(xml), xml.root()).disks());
    var want = threads(wanted.hardware().disks());
    var patch = new Patch(xml);
    Section.DEVICES
        .elements(xml, "disk")
        .forEach(disk -> {
          String target = disk.child("target").flatMap(t -> t.value("dev")).orElse("");
          var threads = want.get(target);
          if (threads != null && !threads.equals(now.get(target))) {
            serve(patch, disk, threads);
          }
        });
    return patch.done();
  }

  private static Map<String, List<Integer>> threads(List<Disk> disks) {
    var threads = new HashMap<String, List<Integer>>();
    disks.forEach(disk -> threads.putIfAbsent(disk.target(), disk.ioThreads()));
    return threads;
  }

  private static void serve(Patch patch, XmlElement disk, List<Integer> threads) {
    var driver = disk.child("driver");
    if (driver.isEmpty()) {
      var fresh = Markup.of("driver").with("name", "qemu");
      patch.addInOrder(
          disk,
          List.of("driver"),
          List.of(
              threads.size() == 1
                  ? fresh.with("iothread", threads.getFirst())
                  : fresh.holding(list(threads))));
      return;
    }
    driver.get().all("iothreads").forEach(patch::remove);
    if (threads.size() == 1) {
      patch.set(driver.get(), "iothread", threads.getFirst().toString());
      return;
    }
    patch.unset(driver.get(), "iothread");
    if (!threads.isEmpty()) {
      patch.addLast(driver.get(), List.of(list(threads)));
    }
  }

  private static Markup list(List<Integer> threads) {
    return Markup.of("iothreads")
        .holding(threads.stream().map(id -> Markup.of("iothread").with("id", id)).toList());
  }
}
