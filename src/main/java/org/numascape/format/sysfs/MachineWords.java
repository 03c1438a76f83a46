package org.numascape.format.sysfs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a machine is called and who made it; never its serial numbers, UUID or asset tags.
///
/// @param name the host's name, or vendor and product; may be empty
/// @param infos under hwloc's names
record MachineWords(String name, Map<String, String> infos) {

  private static final Pattern HOST_NAME = Pattern.compile("(?m)^HostName: (\\S{1,255})$");

  /// What firmware writes where its maker forgot to.
  private static final Pattern SAYS_NOTHING =
      Pattern.compile(
          "(?i)to be filled.*|not specified|unknown|default string|none|system (manufacturer|product name)|n/?a");

  private static final Map<String, String> DMI = new LinkedHashMap<>();

  static {
    DMI.put("sys_vendor", "DMISysVendor");
    DMI.put("product_name", "DMIProductName");
    DMI.put("product_version", "DMIProductVersion");
    DMI.put("board_vendor", "DMIBoardVendor");
    DMI.put("board_name", "DMIBoardName");
    DMI.put("board_version", "DMIBoardVersion");
    DMI.put("chassis_vendor", "DMIChassisVendor");
    DMI.put("chassis_type", "DMIChassisType");
    DMI.put("bios_vendor", "DMIBIOSVendor");
    DMI.put("bios_version", "DMIBIOSVersion");
    DMI.put("bios_date", "DMIBIOSDate");
  }

  /// Reads them from the firmware's tables and the kernel.
  static MachineWords read(Sysfs sysfs) {
    var infos = new LinkedHashMap<String, String>();
    DMI.forEach((file, name) -> dmi(sysfs, file).ifPresent(word -> infos.put(name, word)));
    sysfs.text("proc/sys/kernel/osrelease").ifPresent(release -> infos.put("OSRelease", release));
    if (!infos.containsKey("DMIProductName")) {
      sysfs.text("proc/device-tree/model").ifPresent(model -> infos.put("PlatformModel", model));
    }
    return new MachineWords(hostName(sysfs).orElseGet(() -> product(infos)), infos);
  }

  private static Optional<String> dmi(Sysfs sysfs, String file) {
    return sysfs
        .text("sys/devices/virtual/dmi/id/" + file)
        .or(() -> sysfs.text("sys/class/dmi/id/" + file))
        .map(word -> word.lines().findFirst().orElse("").strip())
        .filter(word -> !word.isEmpty() && !SAYS_NOTHING.matcher(word).matches());
  }

  private static Optional<String> hostName(Sysfs sysfs) {
    var told = HOST_NAME.matcher(sysfs.text("proc/hwloc-nofile-info").orElse(""));
    return told.find()
        ? Optional.of(told.group(1))
        : sysfs.text("proc/sys/kernel/hostname").filter(name -> !name.equals("(none)"));
  }

  private static String product(Map<String, String> infos) {
    String platform = infos.getOrDefault("PlatformModel", "");
    String product = infos.getOrDefault("DMIProductName", platform);
    String vendor = infos.getOrDefault("DMISysVendor", "");
    return Stream.of(product.startsWith(vendor) ? "" : vendor, product)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
