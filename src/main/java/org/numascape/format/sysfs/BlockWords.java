package org.numascape.format.sysfs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What is told of a block device: size, sectors, maker and model, never its serial number.
///
/// Source: kernel `Documentation/ABI/stable/sysfs-block`; udev's database `/run/udev/data`.
final class BlockWords {

  private BlockWords() {}

  /// The words under hwloc's names.
  static Map<String, String> of(Sysfs sysfs, String folder) {
    var infos = new LinkedHashMap<String, String>();
    var udev = udev(sysfs, folder);
    String subtype = subtype(sysfs, folder, udev.getOrDefault("ID_TYPE", ""));
    if (!subtype.isEmpty()) {
      infos.put(org.numascape.topology.InfoName.SUBTYPE, subtype);
    }
    // The kernel counts in 512 bytes whatever the sectors are.
    sysfs.number(folder + "/size").ifPresent(blocks -> infos.put("Size", blocks / 2 + "KiB"));
    sysfs
        .number(folder + "/queue/hw_sector_size")
        .ifPresent(size -> infos.put("SectorSize", Long.toString(size)));
    String vendor = udev.getOrDefault("ID_VENDOR", "");
    if (!vendor.isEmpty() && !vendor.equals("ATA")) {
      infos.put("Vendor", vendor);
    }
    if (udev.containsKey("ID_MODEL")) {
      infos.put("Model", udev.getOrDefault("ID_MODEL", ""));
    } else {
      sysfs.text(folder + "/device/model").ifPresent(model -> infos.put("Model", model));
    }
    return infos;
  }

  private static Map<String, String> udev(Sysfs sysfs, String folder) {
    String number = sysfs.text(folder + "/dev").orElse("");
    if (!number.matches("[0-9]{1,9}:[0-9]{1,9}")) {
      return Map.of();
    }
    return sysfs
        .text("run/udev/data/b" + number)
        .orElse("")
        .lines()
        .filter(line -> line.startsWith("E:") && line.indexOf('=') > 0)
        .collect(
            Collectors.toMap(
                line -> line.substring(2, line.indexOf('=')),
                line -> line.substring(line.indexOf('=') + 1).strip(),
                (first, _) -> first));
  }

  private static String subtype(Sysfs sysfs, String folder, String type) {
    if (sysfs.text(folder + "/device/devtype").orElse("").startsWith("nd_")) {
      return "NVM";
    }
    boolean disk = type.equals("disk") || folder.contains("/nvme");
    return switch (type) {
      case "tape" -> "Tape";
      case "cd", "floppy", "optical" -> "Removable Media Device";
      default -> disk ? "Disk" : "";
    };
  }
}
