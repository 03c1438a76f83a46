package org.numascape.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Devices;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.domain.HostDevice;

/// A device that cannot be handed over as things are: the host tells IOMMU groups, but none of this
/// device, or libvirt shall not take it from its driver.
final class NotReadyToPass implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return guest.domain().devices().stream()
        .flatMap(device ->
            Stream.concat(
                withoutGroup(guest, device).stream(), leftToDriver(guest, device).stream()));
  }

  private static Optional<Finding> withoutGroup(GuestFacts guest, HostDevice device) {
    var groups = guest.host().facts().iommuGroups();
    var found = Devices.at(guest.host(), device.address());
    return groups.isEmpty() || found.isEmpty() || groups.containsKey(found.get().address())
        ? Optional.empty()
        : Optional.of(
            finding(
                guest,
                device,
                Severity.ERROR,
                device.address() + " is in no IOMMU group, though other devices of the host are"));
  }

  private static Optional<Finding> leftToDriver(GuestFacts guest, HostDevice device) {
    return device.managed()
        ? Optional.empty()
        : Optional.of(
            finding(
                    guest,
                    device,
                    Severity.WARNING,
                    device.address()
                        + " is not managed by libvirt: somebody has to give it to vfio-pci before each"
                        + " start")
                .titled("managed"));
  }

  private static Finding finding(
      GuestFacts guest, HostDevice device, Severity severity, String message) {
    return Finding.of("D-11", severity, guest, message)
        .at(new Item.Device(guest.id(), device.address()));
  }
}
