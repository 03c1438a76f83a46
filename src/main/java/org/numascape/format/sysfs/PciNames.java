package org.numascape.format.sysfs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names of PCI vendors and devices, from the list that Linux distributions install.
///
/// Source: format of `pci.ids` (pciids project): a vendor in column 1, its devices one tab in.
///
/// @param vendors by `8086`
/// @param devices by `8086:1521`
public record PciNames(Map<String, String> vendors, Map<String, String> devices) {

  /// No name is known.
  public static final PciNames NONE = new PciNames(Map.of(), Map.of());

  private static final List<String> PLACES =
      List.of("usr/share/misc/pci.ids", "usr/share/hwdata/pci.ids", "var/lib/pciutils/pci.ids");

  private static final int LARGE = 8 << 20;

  /// Copies the maps.
  public PciNames {
    vendors = Map.copyOf(vendors);
    devices = Map.copyOf(devices);
  }

  /// The names of these, where the tree has the list.
  ///
  /// @param ids such as `8086:1521`
  static PciNames of(FileTree tree, Set<String> ids) {
    if (ids.isEmpty()) {
      return NONE;
    }
    return PLACES.stream()
        .flatMap(place -> tree.bytes(place, LARGE).stream())
        .findFirst()
        .map(bytes -> parse(new String(bytes, java.nio.charset.StandardCharsets.UTF_8), ids))
        .orElse(NONE);
  }

  private static PciNames parse(String text, Set<String> ids) {
    var wanted = new HashSet<String>();
    ids.forEach(id -> wanted.add(id.substring(0, 4)));
    var vendors = new HashMap<String, String>();
    var devices = new HashMap<String, String>();
    String vendor = "";
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("C ")) {
        break;
      }
      if (line.length() > 6 && line.charAt(0) == '\t' && line.charAt(1) != '\t') {
        String id = vendor + ":" + line.substring(1, 5);
        if (ids.contains(id)) {
          devices.put(id, line.substring(5).strip());
        }
      } else if (line.length() > 5 && line.charAt(0) != '#' && line.charAt(0) != '\t') {
        vendor = line.substring(0, 4);
        if (wanted.contains(vendor)) {
          vendors.put(vendor, line.substring(4).strip());
        }
      }
    }
    return new PciNames(vendors, devices);
  }

  /// The vendor's name.
  Optional<String> vendor(String id) {
    return id.isEmpty() ? Optional.empty() : Optional.ofNullable(vendors.get(id.substring(0, 4)));
  }

  /// The device's name.
  Optional<String> device(String id) {
    return Optional.ofNullable(devices.get(id));
  }
}
