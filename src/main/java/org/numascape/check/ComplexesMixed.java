package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.numascape.analysis.Devices;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.domain.HostDevice;
import org.numascape.topology.Bridge;
import org.numascape.topology.PciDevice;

/// Devices of one host root complex are below several expander buses of the guest, or one expander
/// bus holds devices of several: what the guest reckons as their distance is not the host's.
final class ComplexesMixed implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var busesByRoot = new LinkedHashMap<String, TreeSet<Integer>>();
    var rootsByBus = new LinkedHashMap<Integer, TreeSet<String>>();
    Map<String, List<HostDevice>> devices = new LinkedHashMap<>();
    for (var device : guest.domain().devices()) {
      var root = root(guest, device);
      var bus = ExpanderBuses.above(guest.domain(), device);
      if (root.isPresent() && bus.isPresent()) {
        int index = bus.get().index().orElse(-1);
        busesByRoot.computeIfAbsent(root.get(), key -> new TreeSet<>()).add(index);
        rootsByBus.computeIfAbsent(index, key -> new TreeSet<>()).add(root.get());
        devices.computeIfAbsent(root.get(), key -> new ArrayList<>()).add(device);
      }
    }
    var apart =
        busesByRoot.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(entry ->
                finding(
                    guest,
                    devices.getOrDefault(entry.getKey(), List.of()),
                    " hang below one root complex of the host, but below "
                        + entry.getValue().size()
                        + " expander buses of the guest"));
    var together =
        rootsByBus.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(entry ->
                finding(
                    guest,
                    entry.getValue().stream()
                        .flatMap(root -> devices.getOrDefault(root, List.of()).stream())
                        .toList(),
                    " hang below "
                        + entry.getValue().size()
                        + " root complexes of the host, but below one expander bus of the guest"));
    return Stream.concat(apart, together);
  }

  private static Optional<String> root(GuestFacts guest, HostDevice device) {
    return Devices.at(guest.host(), device.address()).stream()
        .flatMap((PciDevice one) -> guest.host().ancestors(one).stream())
        .filter(Bridge.class::isInstance)
        .map(Bridge.class::cast)
        .filter(Bridge::host)
        .map(bridge -> bridge.id().toString())
        .findFirst();
  }

  private static Finding finding(GuestFacts guest, List<HostDevice> devices, String what) {
    return Finding.of(
            "D-04",
            Severity.INFO,
            guest,
            Words.list(devices.stream().map(HostDevice::address).toList()) + what)
        .at(devices.stream().map(one -> new Item.Device(guest.id(), one.address())).toList());
  }
}
