package org.numascape.domain;

import java.util.Set;

/// Which devices of QEMU can be told the guest node they are on.
///
/// Source: QEMU 7.2 to 10.0, `-device DRIVER,help`.
public interface NodeProperty {

  /// What people write for it, right or wrong.
  Set<String> NAMES = Set.of("numa", "numa_node", "numa-node", "node", "nodeid");

  /// Buses that take `numa_node`.
  Set<String> WITH_NUMA_NODE = Set.of("pxb", "pxb-pcie", "pxb-cxl");

  /// Memory that takes `node`.
  Set<String> WITH_NODE = Set.of("pc-dimm", "nvdimm");

  /// Whether QEMU refuses to start for a property: it names a node, and the device has none.
  static boolean refused(String driver, String property) {
    boolean taken =
        (property.equals("numa_node") && WITH_NUMA_NODE.contains(driver))
            || (property.equals("node")
                && (WITH_NODE.contains(driver) || driver.startsWith("virtio-mem-")));
    return NAMES.contains(property) && !driver.isEmpty() && !taken;
  }
}
