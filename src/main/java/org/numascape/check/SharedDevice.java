package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.topology.PciDevice;

/// A device, or devices of one IOMMU group, are given to two guests, or only part of a group to
/// one.
///
/// Two guests of which none runs or starts by itself may never meet: then it is a warning.
final class SharedDevice implements DesignCheck {

  private static final int BRIDGE = 0x0604;

  private record Use(GuestFacts guest, String address) {}

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var uses =
        facts.guests().values().stream()
            .flatMap(guest ->
                guest.domain().devices().stream()
                    .map(device -> new Use(guest, device.address().toLowerCase(Locale.ROOT))))
            .distinct()
            .toList();
    if (uses.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(repeated(facts), twice(facts, uses), groups(facts, uses))
        .flatMap(found -> found);
  }

  /// libvirt refuses a guest that is given a device twice (`virDomainHostdevInsert`).
  private static Stream<Finding> repeated(Analysis facts) {
    return facts.guests().values().stream()
        .flatMap(guest -> {
          var seen = new TreeSet<String>();
          return guest.domain().devices().stream()
              .map(device -> device.address().toLowerCase(Locale.ROOT))
              .filter(address -> !seen.add(address))
              .distinct()
              .map(address ->
                  Finding.of(
                          "D-08",
                          Severity.ERROR,
                          guest,
                          address + " is given to " + guest.guest().name() + " twice")
                      .titled("twice")
                      .at(new Item.Device(guest.id(), address)));
        });
  }

  private static Stream<Finding> twice(Analysis facts, List<Use> uses) {
    var byAddress = new LinkedHashMap<String, List<Use>>();
    uses.forEach(use -> byAddress.computeIfAbsent(use.address(), a -> new ArrayList<>()).add(use));
    return byAddress.entrySet().stream()
        .filter(entry -> meet(facts, entry.getValue()))
        .map(entry -> finding(facts, entry.getValue(), entry.getKey() + " is given to "));
  }

  private static Stream<Finding> groups(Analysis facts, List<Use> uses) {
    var groups = facts.host().facts().iommuGroups();
    var byGroup = new TreeMap<Integer, List<Use>>();
    for (var use : uses) {
      var group = groups.get(use.address());
      if (group != null) {
        byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(use);
      }
    }
    return byGroup.entrySet().stream()
        .flatMap(entry -> {
          var here = entry.getValue();
          long addresses = here.stream().map(Use::address).distinct().count();
          if (addresses > 1 && meet(facts, here)) {
            return finding(
                facts, here, "Devices of IOMMU group " + entry.getKey() + " are given to ")
                .titled("group")
                .stream();
          }
          return left(facts, entry.getKey(), here).stream();
        });
  }

  /// Devices of the group that stay with the host.
  private static Optional<Finding> left(Analysis facts, int group, List<Use> here) {
    var given = here.stream().map(Use::address).toList();
    var others =
        facts.host().all(PciDevice.class).stream()
            .filter(device -> device.classId() != BRIDGE && !given.contains(device.address()))
            .filter(device ->
                Integer.valueOf(group)
                    .equals(facts.host().facts().iommuGroups().get(device.address())))
            .map(PciDevice::address)
            .toList();
    var guest = here.getFirst().guest();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                    "D-08",
                    Severity.WARNING,
                    guest,
                    given.getFirst()
                        + " is in IOMMU group "
                        + group
                        + " with "
                        + Words.list(others)
                        + ", which the guest is not given")
                .titled("group")
                .at(new Item.Device(guest.id(), given.getFirst())));
  }

  private static boolean meet(Analysis facts, List<Use> uses) {
    return facts.meet(uses.stream().map(use -> use.guest().id()).distinct().toList());
  }

  private static Finding finding(Analysis facts, List<Use> uses, String what) {
    var ids = uses.stream().map(use -> use.guest().id()).distinct().toList();
    boolean certain =
        uses.stream()
            .anyMatch(
                use -> use.guest().guest().state().active() || use.guest().guest().autostart());
    return Finding.of(
            "D-08",
            certain ? Severity.ERROR : Severity.WARNING,
            uses.getLast().guest(),
            what + Words.names(facts, ids))
        .at(uses.stream().map(use -> new Item.Device(use.guest().id(), use.address())).toList());
  }
}
