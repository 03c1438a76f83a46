package org.numascape.domain;

import java.util.Optional;
import java.util.OptionalInt;

/// A `controller` of the guest: for PCI a bus, for others what disks hang on.
///
/// @param type libvirt's word: `pci`, `scsi`, `virtio-serial`, ...
/// @param index its number among those of its type; a PCI bus has that number in addresses
/// @param model libvirt's word, `pcie-expander-bus` say; may be empty
/// @param address where it sits itself
/// @param node the guest cell that everything below it is reported to be on (`target/node`)
/// @param busNr the first bus number of an expander (`target/@busNr`)
/// @param ioThread the I/O thread that serves it, of a virtio-scsi controller
public record Controller(
    String type,
    OptionalInt index,
    String model,
    Optional<PciSlot> address,
    OptionalInt node,
    OptionalInt busNr,
    OptionalInt ioThread) {

  /// An expander bus with a node of its own: `pcie-expander-bus` on q35 and virt,
  /// `pci-expander-bus` on i440fx.
  public boolean expander() {
    return type.equals("pci") && model.endsWith("-expander-bus");
  }

  /// Whether one PCI Express device fits below it.
  public boolean rootPort() {
    return type.equals("pci") && model.equals("pcie-root-port");
  }

  /// The same controller, reported on another cell.
  public Controller withNode(OptionalInt cell) {
    return new Controller(type, index, model, address, cell, busNr, ioThread);
  }

  /// The same controller, served by another thread.
  public Controller servedBy(OptionalInt thread) {
    return new Controller(type, index, model, address, node, busNr, thread);
  }
}
