package org.numascape.domain;

import java.util.Optional;

/// A host PCI device handed to the guest.
///
/// @param address its place on the host, `dddd:bb:dd.f`, as hwloc writes it
/// @param form which element hands it over
/// @param guest its place in the guest; empty leaves that to libvirt
/// @param managed whether libvirt takes it from its host driver and gives it back
public record HostDevice(String address, Form form, Optional<PciSlot> guest, boolean managed) {

  /// The elements that can hand a PCI device over.
  public enum Form {
    /// `hostdev type='pci'`
    HOSTDEV,
    /// `interface type='hostdev'`: a virtual function with its MAC address
    INTERFACE,
    /// `disk type='nvme'`: a disk driven by QEMU itself
    NVME
  }

  /// A managed `hostdev` somewhere in the guest.
  public HostDevice(String address) {
    this(address, Form.HOSTDEV, Optional.empty(), true);
  }

  /// The same device elsewhere in the guest.
  public HostDevice withGuest(Optional<PciSlot> other) {
    return new HostDevice(address, form, other, managed);
  }
}
