package org.numascape.format.sysfs;

import java.util.Map;

/// What a PCI function is, by its class.
///
/// Source: PCI Code and ID Assignment Specification, base classes and subclasses.
final class PciClass {

  private static final Map<Integer, String> SUBCLASSES =
      Map.ofEntries(
          Map.entry(0x0101, "IDE controller"),
          Map.entry(0x0104, "RAID controller"),
          Map.entry(0x0106, "SATA controller"),
          Map.entry(0x0107, "SAS controller"),
          Map.entry(0x0108, "NVMe drive"),
          Map.entry(0x0200, "Ethernet controller"),
          Map.entry(0x0207, "InfiniBand controller"),
          Map.entry(0x0300, "VGA controller"),
          Map.entry(0x0302, "3D controller"),
          Map.entry(0x0502, "CXL memory"),
          Map.entry(0x0b40, "co-processor"),
          Map.entry(0x0c03, "USB controller"),
          Map.entry(0x0c04, "Fibre Channel controller"),
          Map.entry(0x0c06, "InfiniBand controller"),
          Map.entry(0x1200, "accelerator"));

  private static final Map<Integer, String> CLASSES =
      Map.ofEntries(
          Map.entry(0x01, "storage controller"),
          Map.entry(0x02, "network controller"),
          Map.entry(0x03, "display controller"),
          Map.entry(0x04, "multimedia device"),
          Map.entry(0x05, "memory controller"),
          Map.entry(0x06, "bridge"),
          Map.entry(0x07, "communication controller"),
          Map.entry(0x08, "system device"),
          Map.entry(0x09, "input device"),
          Map.entry(0x0b, "processor"),
          Map.entry(0x0c, "serial bus controller"),
          Map.entry(0x0d, "wireless controller"),
          Map.entry(0x11, "signal processor"),
          Map.entry(0x12, "accelerator"));

  private PciClass() {}

  /// In words; empty for classes nobody has a word for.
  static String words(int classId) {
    return SUBCLASSES.getOrDefault(classId, CLASSES.getOrDefault(classId >> 8, ""));
  }
}
