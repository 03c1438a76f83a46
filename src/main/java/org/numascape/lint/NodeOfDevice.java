package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.domain.NodeProperty;

/// I-05: a property that shall put a device on a node, of a device that has none ("Property
/// 'virtio-gpu-pci.numa' not found").
final class NodeOfDevice implements QemuRule {

  @Override
  public Stream<Finding> examine(QemuLine line) {
    var found = new ArrayList<Finding>();
    for (var device : line.all("device").toList()) {
      for (var property : device.properties()) {
        if (NodeProperty.refused(device.leadOr("driver").orElse(""), property.key())) {
          found.add(finding(line, device, property, found.size()));
        }
      }
    }
    return found.stream();
  }

  private static Finding finding(QemuLine line, QemuOption device, Property property, int before) {
    String driver = device.leadOr("driver").orElse("");
    var expander = Expander.onNode(line, property.value(), before);
    boolean movable = expander.isPresent() && device.value("bus").isEmpty();
    List<Splice> correction = List.of();
    if (property.splicable()) {
      var edit = new LineEdit(line.text());
      correction =
          movable
              ? List.of(
                  edit.before(device.span(), expander.get().options()),
                  Splice.replace(property.span(), "bus=" + expander.get().port()))
              : List.of(edit.remove(property));
    }
    String message =
        "%s has no property %s, so QEMU does not start. Only pxb, pxb-pcie (numa_node=), pc-dimm, nvdimm and virtio-mem (node=) and the object acpi-generic-initiator (node=, QEMU 9.0) carry a guest node. %s."
            .formatted(
                driver,
                property.key(),
                movable
                    ? "Put the device behind a pxb-pcie with numa_node=" + property.value()
                    : "Leave it out; on a machine with PCIe put the device behind a pxb-pcie");
    return Finding.error("I-05", property.span(), message, correction);
  }
}
