package org.numascape.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.topology.HostTopology;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

/// PCI devices by address: which are there, where they are local, how fast their link is and what
/// the operating system calls them.
final class Devices implements Aspect {

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    var then = byAddress(before);
    var now = byAddress(after);
    if (then.isEmpty() || now.isEmpty()) {
      return Stream.empty();
    }
    var differences = new ArrayList<Difference>();
    only(then, now, true, differences);
    only(now, then, false, differences);
    then.forEach((address, device) -> {
      var other = now.get(address);
      if (other != null) {
        new Both(before, after, device, other).compare(differences);
      }
    });
    return differences.stream();
  }

  private static Map<String, PciDevice> byAddress(HostTopology host) {
    var devices = new TreeMap<String, PciDevice>();
    host.all(PciDevice.class).forEach(device -> devices.put(device.address(), device));
    return devices;
  }

  private static void only(
      Map<String, PciDevice> mine,
      Map<String, PciDevice> others,
      boolean gone,
      List<Difference> differences) {
    var alone =
        mine.values().stream().filter(device -> !others.containsKey(device.address())).toList();
    if (!alone.isEmpty()) {
      var ids = alone.stream().map(PciDevice::id).toList();
      String names = Words.list(alone.stream().map(Devices::name).toList());
      differences.add(
          new Difference(
              Topic.DEVICES,
              Weight.NOTABLE,
              alone.size() == 1 ? "PCI device" : alone.size() + " PCI devices",
              gone ? names : Difference.NONE,
              gone ? Difference.NONE : names,
              gone ? ids : List.of(),
              gone ? List.of() : ids));
    }
  }

  private static String name(PciDevice device) {
    String names = systemNames(device);
    return device.address() + (names.isEmpty() ? "" : " " + names);
  }

  private static String systemNames(PciDevice device) {
    return device
        .walk()
        .filter(OsDevice.class::isInstance)
        .map(inner -> ((OsDevice) inner).name())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /// One device of either host at the same address.
  private record Both(HostTopology before, HostTopology after, PciDevice then, PciDevice now) {

    void compare(List<Difference> differences) {
      tell(differences, Weight.DECISIVE, "", locality(before, then), locality(after, now));
      tell(differences, Weight.NOTABLE, "link of ", link(then), link(now));
      tell(differences, Weight.MINOR, "model of ", words(then.name()), words(now.name()));
      tell(
          differences,
          Weight.MINOR,
          "names of ",
          words(systemNames(then)),
          words(systemNames(now)));
    }

    private void tell(
        List<Difference> differences, Weight weight, String of, String was, String is) {
      if (!was.equals(is)) {
        differences.add(
            new Difference(
                Topic.DEVICES,
                weight,
                of + Devices.name(then),
                was,
                is,
                List.of(then.id()),
                List.of(now.id())));
      }
    }

    private static String locality(HostTopology host, PciDevice device) {
      if (device.node() >= 0) {
        return "on node " + device.node();
      }
      var nodes = host.nodesOf(device.cpus());
      return nodes.isEmpty() || nodes.equals(host.nodesOf(host.machine().cpus()))
          ? "on no node in particular"
          : "on " + Words.nodes(nodes);
    }

    private static String link(PciDevice device) {
      return device.linkGbs() > 0
          ? String.format(Locale.ROOT, "%.1f GB/s", device.linkGbs())
          : "not told";
    }

    private static String words(String text) {
      return text.isEmpty() ? "not told" : text;
    }
  }
}
