package org.numascape.domain;

import java.util.Comparator;
import java.util.Optional;

/// A host PCI device handed to the guest.
///
/// @param address its place on the host, `dddd:bb:dd.f`, as hwloc writes it
/// @param form which element hands it over
/// @param guest its place in the guest; empty leaves that to libvirt
/// @param managed whether libvirt takes it from its host driver and gives it back
/// @param driver what drives it on the host meanwhile, `vfio` say; empty leaves that to libvirt
public record HostDevice(
    String address, Form form, Optional<PciSlot> guest, boolean managed, Optional<String> driver) {

  /// Devices of interfaces and disks come before those of `hostdev`, so that one which is added is
  /// the last.
  public static final Comparator<HostDevice> ORDER =
      Comparator.comparing(device -> device.form() == Form.HOSTDEV);

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

  /// A device whose driver libvirt chooses.
  public HostDevice(String address, Form form, Optional<PciSlot> guest, boolean managed) {
    this(address, form, guest, managed, Optional.empty());
  }

  /// The same device elsewhere in the guest.
  public HostDevice withGuest(Optional<PciSlot> other) {
    return new HostDevice(address, form, other, managed, driver);
  }

  /// The same device, taken and driven otherwise.
  public HostDevice handedOver(boolean byLibvirt, Optional<String> with) {
    return new HostDevice(address, form, guest, byLibvirt, with);
  }
}
