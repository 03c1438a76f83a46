package org.numascape.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Devices;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.PciDevice;

/// Devices of one node serve several guests while a device of the same class on another node is
/// used by nobody.
final class BusyDeviceNode implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var users = new HashMap<String, List<DomainId>>();
    for (var guest : facts.guests().values()) {
      for (var device : guest.domain().devices()) {
        users
            .computeIfAbsent(device.address().toLowerCase(Locale.ROOT), a -> new ArrayList<>())
            .add(guest.id());
      }
    }
    if (users.size() < 2) {
      return Stream.empty();
    }
    var byClass = new TreeMap<Integer, List<PciDevice>>();
    facts.host().all(PciDevice.class).stream()
        .filter(device -> device.classId() >= 0)
        .filter(device -> Devices.nodes(facts.host(), device).size() == 1)
        .forEach(device ->
            byClass.computeIfAbsent(device.classId() >> 8, c -> new ArrayList<>()).add(device));
    return byClass.values().stream().flatMap(devices -> examine(facts, devices, users));
  }

  private static Stream<Finding> examine(
      Analysis facts, List<PciDevice> devices, Map<String, List<DomainId>> users) {
    var guests = new TreeMap<Integer, Set<DomainId>>();
    for (var device : devices) {
      int node = Devices.nodes(facts.host(), device).last();
      guests
          .computeIfAbsent(node, n -> new LinkedHashSet<>())
          .addAll(users.getOrDefault(device.address().toLowerCase(Locale.ROOT), List.of()));
    }
    var idle = guests.entrySet().stream().filter(one -> one.getValue().isEmpty()).findFirst();
    return idle.isEmpty()
        ? Stream.empty()
        : guests.entrySet().stream()
            .filter(one -> one.getValue().size() > 1)
            .map(one ->
                Finding.of(
                        "D-13",
                        Severity.INFO,
                        Words.names(facts, one.getValue())
                            + " use devices of node "
                            + one.getKey()
                            + ", like ones of node "
                            + idle.get().getKey()
                            + " are free")
                    .at(one.getValue().stream().map(Item.WholeGuest::new).toList()));
  }
}
