package org.numascape.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.DeviceEdit;
import org.numascape.design.Item;
import org.numascape.domain.Controller;
import org.numascape.domain.Domain;
import org.numascape.domain.HostDevice;

/// A passed-through device is put where another device or a bus of the guest is.
///
/// Source: libvirt `virDomainPCIAddressReserveAddr`.
final class GuestAddressTaken implements GuestCheck {

  private static final String CODE = "D-10";

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var holders = holders(guest.domain());
    return guest.domain().devices().stream()
        .filter(device -> holders.getOrDefault(slot(device), 0) > 1)
        .map(device ->
            Finding.of(
                    CODE,
                    Severity.ERROR,
                    guest,
                    device.address()
                        + " is put at "
                        + slot(device)
                        + " of the guest, where something else is")
                .titled("taken")
                .at(new Item.Device(guest.id(), device.address()))
                .fixed(now -> anywhere(now, guest, device)));
  }

  /// How many devices and buses are at each place; those that libvirt places are at none.
  private static Map<String, Integer> holders(Domain domain) {
    var holders = new TreeMap<String, Integer>();
    var buses =
        domain.hardware().controllers().stream()
            .map(Controller::address)
            .flatMap(place -> place.map(Object::toString).stream());
    Stream.concat(buses, domain.devices().stream().map(GuestAddressTaken::slot))
        .filter(place -> !place.isEmpty())
        .forEach(place -> holders.merge(place, 1, Integer::sum));
    return holders;
  }

  private static String slot(HostDevice device) {
    return device.guest().map(Object::toString).orElse("");
  }

  private static List<Fix> anywhere(Analysis facts, GuestFacts guest, HostDevice device) {
    var edit = new DeviceEdit.PlaceDevice(guest.id(), device.address(), Optional.empty());
    String label = "Let libvirt place " + device.address() + " in the guest";
    return Trial.fix(facts, guest.id(), CODE, label, List.of(edit));
  }
}
