package org.numascape.lint;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A PCIe host bridge on a guest node with one port: the way to give a device a node.
///
/// @param options as they are written in the command line
/// @param port the bus that the device goes on
record Expander(String options, String port) {

  /// The expander that would put a device on a node; none on a machine without PCIe, or where the
  /// node does not exist.
  static Optional<Expander> onNode(QemuLine line, String node) {
    boolean pcie = line.machine().contains("q35") || line.machine().startsWith("virt");
    var number = QemuLine.count(node);
    boolean there =
        number.isPresent()
            && line.nodes().stream().anyMatch(one -> one.number() == number.getAsInt());
    if (!pcie || !there) {
      return Optional.empty();
    }
    String bridge = line.freeId("pxb", Set.of());
    String port = line.freeId("port", Set.of());
    Set<String> chassis = new HashSet<>();
    Set<String> buses = new HashSet<>();
    for (var device : line.options()) {
      device.value("chassis").ifPresent(chassis::add);
      device.value("bus_nr").ifPresent(buses::add);
    }
    int bus =
        IntStream.of(128, 160, 192, 224, 64, 96)
            .filter(candidate -> !buses.contains(Integer.toString(candidate)))
            .findFirst()
            .orElse(240);
    int free =
        IntStream.rangeClosed(1, 255)
            .filter(candidate -> !chassis.contains(Integer.toString(candidate)))
            .findFirst()
            .orElse(255);
    return Optional.of(
        new Expander(
            "-device pxb-pcie,id=%s,bus=pcie.0,bus_nr=%d,numa_node=%s -device pcie-root-port,id=%s,bus=%s,chassis=%d,slot=0"
                .formatted(bridge, bus, node, port, bridge, free),
            port));
  }
}
