package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.domain.HostDevice;
import org.numascape.topology.Setting;

/// A guest has a device of the host, and the host's IOMMU is off: it cannot start.
final class NoIommu implements HostCheck {

  private static final String CODE = "D-11";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    boolean off = HostSays.settings(facts).number(Setting.IOMMU_GROUPS).orElse(1) == 0;
    return off
        ? concerned(facts).stream()
            .map(guest ->
                Finding.of(
                        CODE,
                        Severity.ERROR,
                        guest,
                        "It has "
                            + devices(guest)
                            + " of the host, whose IOMMU is off"
                            + HostSays.where(facts, Setting.IOMMU_GROUPS))
                    .at(items(guest)))
        : Stream.empty();
  }

  private static String devices(GuestFacts guest) {
    var devices = guest.domain().hardware().hostDevices();
    return devices.size() == 1
        ? "device " + devices.getFirst().address()
        : devices.size() + " devices";
  }

  private static List<Item> items(GuestFacts guest) {
    return guest.domain().hardware().hostDevices().stream()
        .map(HostDevice::address)
        .map(address -> (Item) new Item.Device(guest.id(), address))
        .toList();
  }

  private static List<GuestFacts> concerned(Analysis facts) {
    return facts.guests().values().stream()
        .filter(guest -> !guest.domain().hardware().hostDevices().isEmpty())
        .toList();
  }

  /// Where the host tells of groups its IOMMU is on.
  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    boolean on = !facts.host().facts().iommuGroups().isEmpty();
    return on || concerned(facts).isEmpty()
        ? Stream.empty()
        : Undecided.unless(CODE, HostSays.settings(facts), Setting.IOMMU_GROUPS);
  }
}
