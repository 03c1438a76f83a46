package org.numascape.format.sysfs;

/// Which devices a reader takes up.
public enum Devices {
  /// Those hwloc calls important: storage, network, display, processors, accelerators, CXL memory,
  /// fabrics, and whatever the operating system has made a disk or interface of; with the bridges
  /// that lead there.
  IMPORTANT,
  /// Every PCI function, bridge and device.
  ALL
}
