package org.numascape.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A PCIe host bridge on a guest node with one port: the way to give a device a node.
///
/// @param options as they are written in the command line
/// @param port the bus that the device goes on
record Expander(String options, String port) {

  private static final List<Integer> BUS_NUMBERS = List.of(128, 160, 192, 224, 64, 96);

  /// The expander that would put a device on a node; none on a machine without PCIe, or where the
  /// node does not exist.
  ///
  /// @param before how many other expanders are added to the same line
  static Optional<Expander> onNode(QemuLine line, String node, int before) {
    boolean pcie = line.machine().contains("q35") || line.machine().startsWith("virt");
    var number = QemuLine.count(node);
    boolean there =
        number.isPresent()
            && line.nodes().stream().anyMatch(one -> one.number() == number.getAsInt());
    if (!pcie || !there) {
      return Optional.empty();
    }
    var bus =
        BUS_NUMBERS.stream().filter(one -> isFree(line, "bus_nr", one)).skip(before).findFirst();
    var chassis =
        IntStream.rangeClosed(1, 255)
            .filter(one -> isFree(line, "chassis", one))
            .skip(before)
            .findFirst();
    if (bus.isEmpty() || chassis.isEmpty()) {
      return Optional.empty();
    }
    String bridge = line.freeId("pxb", before);
    String port = line.freeId("port", before);
    return Optional.of(
        new Expander(
            "-device pxb-pcie,id=%s,bus=pcie.0,bus_nr=%d,numa_node=%s -device pcie-root-port,id=%s,bus=%s,chassis=%d,slot=0"
                .formatted(bridge, bus.get(), node, port, bridge, chassis.getAsInt()),
            port));
  }

  private static boolean isFree(QemuLine line, String key, int number) {
    return line.all("device")
        .flatMap(device -> device.value(key).stream())
        .noneMatch(Integer.toString(number)::equals);
  }
}
