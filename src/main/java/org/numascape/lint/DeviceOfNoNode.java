package org.numascape.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// D-02 of a command line: a passed-through device in a guest of several nodes, on a bus that is on
/// none of them, so that the guest sees `numa_node` −1.
final class DeviceOfNoNode implements QemuRule {

  @Override
  public Stream<Finding> examine(QemuLine line) {
    int nodes = line.nodes().size();
    if (nodes < 2) {
      return Stream.of();
    }
    Map<String, QemuOption> buses = new HashMap<>();
    line.all("device").forEach(device -> device.value("id").ifPresent(id -> buses.put(id, device)));
    return line.all("device")
        .filter(device -> device.leadOr("driver").orElse("").startsWith("vfio-pci"))
        .filter(device -> !onNode(device, buses))
        .map(device ->
            Finding.warning(
                "D-02",
                device.span(),
                "the guest has %d nodes and sees the passed-through device %s on none of them (numa_node -1), so it places buffers by chance. Put it behind a pxb-pcie with the numa_node= of the cell whose memory is on the device's host node (cat /sys/bus/pci/devices/0000:%s/numa_node)."
                    .formatted(
                        nodes,
                        device.value("host").orElse("of " + device.lead()),
                        device.value("host").orElse("ADDRESS").replaceFirst("^0000:", "")),
                List.of()));
  }

  private static boolean onNode(QemuOption device, Map<String, QemuOption> buses) {
    var at = device;
    for (int hops = 0; hops < 16; hops++) {
      String bus = at.value("bus").orElse("");
      var above = buses.get(bus);
      if (above == null) {
        return false;
      }
      if (above.value("numa_node").isPresent()) {
        return true;
      }
      at = above;
    }
    return false;
  }
}
