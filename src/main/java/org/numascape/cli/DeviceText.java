package org.numascape.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

/// The devices of a host: address, node, link, IOMMU group, what the system calls them, name.
///
/// Virtual functions come by the hundred: devices of one name, node and link are told in one row
/// where there are more than [#ALIKE] of them.
record DeviceText(HostTopology host) {

  /// So many alike have a row each; cards have up to eight functions.
  private static final int ALIKE = 8;

  /// OS devices named in one row.
  private static final int NAMED = 6;

  /// The headings and the rows; none where no devices are known.
  List<String> lines(int width) {
    var rows = new ArrayList<List<String>>();
    var groups = new HashMap<List<String>, List<PciDevice>>();
    var devices = host.all(PciDevice.class);
    devices.forEach(
        device -> groups.computeIfAbsent(traits(device), _ -> new ArrayList<>()).add(device));
    for (var device : devices) {
      var alike = groups.getOrDefault(traits(device), List.of());
      if (alike.size() <= ALIKE) {
        rows.add(row(List.of(device)));
      } else if (device.equals(alike.getFirst())) {
        rows.add(row(alike));
      }
    }
    return new TextTable(
            List.of(
                TextTable.words("address"),
                TextTable.words("node"),
                TextTable.numbers("GB/s"),
                TextTable.numbers("IOMMU group"),
                TextTable.words("device")),
            rows)
        .lines(width);
  }

  private List<String> traits(PciDevice device) {
    return List.of(device.name(), node(device), link(device), model(device));
  }

  private List<String> row(List<PciDevice> alike) {
    var first = alike.getFirst();
    String addresses =
        alike.size() == 1
            ? first.address()
            : "%s … %s".formatted(first.address(), alike.getLast().address());
    String count = alike.size() == 1 ? "" : "%,d × ".formatted(alike.size());
    return List.of(addresses, node(first), link(first), groups(alike), count + what(alike));
  }

  private String what(List<PciDevice> alike) {
    var names = alike.stream().flatMap(device -> systemNames(device).stream()).toList();
    String known =
        names.size() <= NAMED
            ? String.join(", ", names)
            : String.join(", ", names.subList(0, NAMED))
                + " and %,d more".formatted(names.size() - NAMED);
    var first = alike.getFirst();
    String name = first.name().isEmpty() ? model(first) : first.name();
    return known.isEmpty() || name.isEmpty() ? known + name : known + ": " + name;
  }

  /// `class 0c03 [8086:10fb]`, for devices without a name.
  private String model(PciDevice device) {
    String kind = device.classId() < 0 ? "" : "class %04x".formatted(device.classId());
    return host.facts()
        .info(device.id(), InfoName.PCI_ID)
        .map(id -> (kind + " [" + id + "]").strip())
        .orElse(kind);
  }

  /// `eth0 (Network)`
  static String words(OsDevice device) {
    return device.name() + (device.type().isEmpty() ? "" : " (" + device.type() + ")");
  }

  private static List<String> systemNames(PciDevice device) {
    return device
        .walk()
        .filter(OsDevice.class::isInstance)
        .map(OsDevice.class::cast)
        .map(DeviceText::words)
        .toList();
  }

  private static String link(PciDevice device) {
    return device.linkGbs() > 0 ? String.format(Locale.ROOT, "%.1f", device.linkGbs()) : "";
  }

  private String groups(List<PciDevice> alike) {
    var groups = new TreeSet<Integer>();
    for (var device : alike) {
      Integer group = host.facts().iommuGroups().get(device.address());
      if (group != null) {
        groups.add(group);
      }
    }
    return groups.isEmpty()
        ? ""
        : groups.size() == 1 ? "" + groups.first() : groups.first() + "…" + groups.last();
  }

  /// Where the firmware does not say, the PUs its bus is near do.
  private String node(PciDevice device) {
    if (device.node() >= 0) {
      return "" + device.node();
    }
    var nodes = host.nodesOf(device.cpus());
    return nodes.isEmpty() || nodes.equals(host.nodeSet()) ? "?" : nodes + " (by its bus)";
  }

  /// The IOMMU groups of several devices, which have to go to one guest together: a line each.
  List<String> sharedGroups(int width) {
    var groups = new TreeMap<Integer, List<String>>();
    host.facts()
        .iommuGroups()
        .forEach(
            (address, group) -> groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(address));
    return groups.entrySet().stream()
        .filter(group -> group.getValue().size() > 1)
        .flatMap(group ->
            Wrapped.behind(
                group.getKey() + ": ",
                group.getValue().stream().sorted().collect(Collectors.joining(", ")),
                width)
                .stream())
        .toList();
  }
}
