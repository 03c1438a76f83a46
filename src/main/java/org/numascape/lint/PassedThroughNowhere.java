package org.numascape.lint;

import java.util.List;
import java.util.stream.Stream;

/// D-02 in a text alone: a passed-through device in a guest of several cells, with no expander bus
/// on any cell.
final class PassedThroughNowhere implements LibvirtRule {

  @Override
  public Stream<Finding> examine(DomainText domain) {
    int cells = domain.cells().size();
    boolean expander = domain.all("devices", "controller", "target", "node").findAny().isPresent();
    if (cells < 2 || expander) {
      return Stream.of();
    }
    return domain
        .all("devices", "hostdev")
        .filter(device -> device.value("type").orElse("").equals("pci"))
        .map(device ->
            Finding.warning(
                "D-02",
                DomainText.tag(device),
                "the guest has %d cells and sees this passed-through device on none of them (numa_node -1), so it places buffers by chance. Add a pcie-expander-bus with <target busNr='…'><node>CELL</node></target> for the cell on the device's host node, a pcie-root-port on it, and put the device there."
                    .formatted(cells),
                List.of()));
  }
}
