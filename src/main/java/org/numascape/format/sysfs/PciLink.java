package org.numascape.format.sysfs;

import java.util.regex.Pattern;

/// How fast a PCI Express link runs.
///
/// Source: kernel `Documentation/ABI/testing/sysfs-bus-pci` (`current_link_speed`: `8.0 GT/s
/// PCIe`); PCI Express Base Specification for the line codes.
final class PciLink {

  private static final Pattern SPEED = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]+)?) GT/s.*");
  private static final Pattern WIDTH = Pattern.compile("x?([0-9]{1,2})");

  private PciLink() {}

  /// GB/s of all lanes together, one way; 0 where the texts say nothing.
  static double gigabytes(String speed, String width) {
    var transfers = SPEED.matcher(speed);
    var lanes = WIDTH.matcher(width);
    if (!transfers.matches() || !lanes.matches()) {
      return 0;
    }
    double rate = Double.parseDouble(transfers.group(1));
    return rate * code(rate) * Integer.parseInt(lanes.group(1)) / 8;
  }

  /// The share of the bits that is payload: 8b/10b up to version 2, 128b/130b up to 5, flits from
  /// 6.
  private static double code(double rate) {
    return rate <= 5 ? 8 / 10.0 : rate < 64 ? 128 / 130.0 : 242 / 256.0;
  }
}
