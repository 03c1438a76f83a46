package org.numascape.format.domainxml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.numascape.domain.IoThread;
import org.numascape.domain.ThreadPool;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// Reads `iothreads`, `iothreadids` and `iothreadpin`.
///
/// The count is raised to the number of ids listed; missing ids are filled from 1 upwards. Source:
/// libvirt `virDomainIOThreadIDArrayInit`, `virDomainIOThreadPinDefParseXML`.
record IoThreadReader(Fields fields, XmlElement root) {

  /// More than any host would start; libvirt itself would make them all.
  private static final int MOST = 65_536;

  List<IoThread> read() throws FormatException {
    var ids = ids();
    var pins = pins(ids);
    var pools = pools();
    return ids.stream()
        .map(id ->
            new IoThread(
                id, Optional.ofNullable(pins.get(id)), pools.getOrDefault(id, ThreadPool.DEFAULT)))
        .toList();
  }

  /// The workers of those threads that are listed, by id.
  Map<Integer, ThreadPool> pools() {
    var pools = new TreeMap<Integer, ThreadPool>();
    for (var element : root.at("iothreadids", "iothread").toList()) {
      fields.count(element, "id").ifPresent(id -> pools.put(id, pool(fields, element)));
    }
    return pools;
  }

  /// The workers that an `iothread` or `defaultiothread` asks for.
  static ThreadPool pool(Fields fields, XmlElement element) {
    return new ThreadPool(
        fields.count(element, "thread_pool_min"), fields.count(element, "thread_pool_max"));
  }

  /// The ids there are.
  TreeSet<Integer> ids() throws FormatException {
    var ids = new TreeSet<Integer>();
    for (var element : root.at("iothreadids", "iothread").toList()) {
      int id = fields.number(element, "id");
      if (id == 0 || !ids.add(id)) {
        throw fields
            .xml()
            .wrong(
                element,
                id == 0 ? "I/O thread ids start at 1." : "two I/O threads have the id " + id + ".");
      }
    }
    var count = root.child("iothreads");
    int wanted =
        count.isEmpty() ? 0 : fields.number(count.get(), "the content", count.get().text());
    if (wanted > MOST) {
      throw fields
          .xml()
          .wrong(count.orElse(root), wanted + " I/O threads are more than can be shown.");
    }
    for (int id = 1; ids.size() < wanted; id++) {
      ids.add(id);
    }
    return ids;
  }

  /// Guides put `iothreadids` beside the pins, where libvirt does not see it.
  private String misplaced() {
    return root.at("cputune", "iothreadids").findAny().isPresent()
        ? "; iothreadids is inside cputune, where libvirt does not look: it belongs directly under domain."
        : ".";
  }

  private Map<Integer, CpuSet> pins(TreeSet<Integer> ids) throws FormatException {
    var pins = new TreeMap<Integer, CpuSet>();
    for (var element : root.at("cputune", "iothreadpin").toList()) {
      int id = fields.number(element, "iothread");
      if (!ids.contains(id)) {
        throw fields.xml().wrong(element, "there is no I/O thread " + id + " to pin" + misplaced());
      }
      if (pins.put(id, fields.requiredCpus(element, "cpuset")) != null) {
        throw fields.xml().wrong(element, "I/O thread " + id + " is pinned twice.");
      }
    }
    return pins;
  }
}
