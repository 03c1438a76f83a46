package org.numascape.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.design.Design;
import org.numascape.design.DeviceEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.domain.Controller;
import org.numascape.domain.Domain;
import org.numascape.domain.HostDevice;
import org.numascape.domain.PciSlot;
import org.numascape.topology.HostTopology;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

/// Hands host PCI devices to a guest, with the whole of their IOMMU group, so that the guest sees
/// each on the cell whose memory is beside it; and takes them back.
public final class Handover {

  /// PCI class of what only carries others.
  private static final int BRIDGES = 0x06;

  private Handover() {}

  /// A device that can be handed over.
  ///
  /// @param words what people call it; may be empty
  /// @param node the host node it is on; empty where the firmware does not say
  /// @param group its IOMMU group; empty where the host does not tell
  /// @param mates addresses of the others in its group, which go with it
  /// @param users names of guests of the design that have it
  public record Offer(
      String address,
      String words,
      OptionalInt node,
      OptionalInt group,
      List<String> mates,
      List<String> users) {}

  /// Every device of the host but bridges, by address.
  public static List<Offer> offers(Design design) {
    var groups = groups(design.host());
    return handable(design.host())
        .sorted(Comparator.comparing(PciDevice::address))
        .map(device -> offer(design, device, groups))
        .toList();
  }

  /// The device at an address; empty where the host tells of none.
  public static Optional<Offer> offer(Design design, String address) {
    return handable(design.host())
        .filter(device -> device.address().equalsIgnoreCase(address))
        .findFirst()
        .map(device -> offer(design, device, groups(design.host())));
  }

  private static Stream<PciDevice> handable(HostTopology host) {
    return host.all(PciDevice.class).stream().filter(device -> device.classId() >> 8 != BRIDGES);
  }

  /// Addresses by IOMMU group, but for bridges.
  private static Map<Integer, List<String>> groups(HostTopology host) {
    var numbers = host.facts().iommuGroups();
    return handable(host)
        .map(PciDevice::address)
        .filter(numbers::containsKey)
        .sorted()
        .collect(Collectors.groupingBy(address -> numbers.getOrDefault(address, -1)));
  }

  /// The kernel hands a group over as a whole.
  private static Offer offer(Design design, PciDevice device, Map<Integer, List<String>> groups) {
    String os =
        device.contents().devices().stream()
            .filter(OsDevice.class::isInstance)
            .map(inner -> ((OsDevice) inner).name())
            .collect(Collectors.joining(", "));
    String words =
        Stream.of(device.name(), os)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" · "));
    int group = design.host().facts().iommuGroups().getOrDefault(device.address(), -1);
    return new Offer(
        device.address(),
        words,
        node(design.host(), device),
        group < 0 ? OptionalInt.empty() : OptionalInt.of(group),
        groups.getOrDefault(group, List.of()).stream()
            .filter(other -> !other.equals(device.address()))
            .toList(),
        design.guests().stream()
            .filter(guest -> has(guest.wanted(), device.address()))
            .map(Guest::name)
            .toList());
  }

  private static OptionalInt node(HostTopology host, PciDevice device) {
    if (device.node() >= 0) {
      return OptionalInt.of(device.node());
    }
    var nodes = host.nodesOf(device.cpus());
    return nodes.size() == 1 ? OptionalInt.of(nodes.last()) : OptionalInt.empty();
  }

  private static boolean has(Domain domain, String address) {
    return domain.devices().stream().anyMatch(one -> one.address().equalsIgnoreCase(address));
  }

  /// What handing a device over would do, step by step.
  ///
  /// @param address its PCI address on the host; one the host has not got is handed over all the
  ///   same, where libvirt places it
  public static PresetPlan plan(Design design, DomainId id, String address) {
    var there = design.guest(id);
    if (there.isEmpty()) {
      return PresetPlan.refused("there is no such guest");
    }
    if (has(there.get().wanted(), address)) {
      return PresetPlan.refused(there.get().name() + " has " + address + " already");
    }
    var lines = new ArrayList<PillLine>();
    var edits = new ArrayList<Edit>();
    var added = new ArrayList<HostDevice>();
    for (String one : together(design, address)) {
      if (!has(there.get().wanted(), one)) {
        added.add(new HostDevice(one));
        edits.add(new DeviceEdit.AddHostDevice(id, added.getLast()));
      }
    }
    told(design, address, added, lines);
    var guest = new Edit.Together("", edits).applyTo(design).guest(id).orElseThrow();
    edits.addAll(buses(design.host(), guest, added, lines));
    String label = "Hand " + address + " to " + guest.name();
    return new PresetPlan(Optional.of(new Edit.Together(label, edits)), lines);
  }

  private static List<String> together(Design design, String address) {
    var mates = offer(design, address).map(Offer::mates).orElse(List.of());
    return Stream.concat(Stream.of(address), mates.stream()).toList();
  }

  private static void told(
      Design design, String address, List<HostDevice> added, List<PillLine> lines) {
    var offer = offer(design, address);
    if (offer.isEmpty()) {
      lines.add(new PillLine(Tone.CAUTION, address + " is not on this host"));
      return;
    }
    lines.add(
        offer.get().node().isPresent()
            ? new PillLine(Tone.PLAIN, address + " is on host node " + offer.get().node().orElse(0))
            : new PillLine(Tone.CAUTION, "the host does not say on which node " + address + " is"));
    if (added.size() > 1) {
      lines.add(
          new PillLine(
              Tone.CAUTION,
              "IOMMU group "
                  + offer.get().group().orElse(0)
                  + " goes as a whole: also "
                  + String.join(
                      ", ",
                      added.subList(1, added.size()).stream().map(HostDevice::address).toList())));
    }
    if (!offer.get().users().isEmpty()) {
      lines.add(
          new PillLine(
              Tone.BAD,
              String.join(", ", offer.get().users()) + " has it too: only one of them can run"));
    }
  }

  private static List<Edit> buses(
      HostTopology host, Guest guest, List<HostDevice> added, List<PillLine> lines) {
    var domain = guest.wanted();
    if (domain.cells().size() < 2) {
      lines.add(
          new PillLine(
              Tone.PLAIN, "the guest has one cell: there is no other it could take it to be on"));
      return List.of();
    }
    if (!domain.hardware().platform().pciExpress()) {
      lines.add(
          new PillLine(
              Tone.CAUTION, "its board has no PCI Express (q35 has): it is not told the cell"));
      return List.of();
    }
    var home = new DeviceHome(host, domain);
    var node =
        host.all(PciDevice.class).stream()
            .filter(one -> one.address().equalsIgnoreCase(added.getFirst().address()))
            .findFirst()
            .map(one -> node(host, one))
            .orElse(OptionalInt.empty());
    var cell = home.cellOf(added.getFirst());
    if (node.isPresent() && cell.isPresent()) {
      boolean memory = bound(domain, cell.getAsInt(), node.getAsInt());
      lines.add(
          new PillLine(
              Tone.GOOD,
              "cell "
                  + cell.getAsInt()
                  + (memory ? " has its memory" : " has its vCPUs")
                  + " on node "
                  + node.getAsInt()));
    }
    return GuestBuses.edits(host, guest, added, lines);
  }

  private static boolean bound(Domain domain, int cell, int node) {
    return domain
        .numaTune()
        .bindingOf(cell)
        .filter(rule -> rule.nodes().size() == 1 && rule.nodes().contains(node))
        .isPresent();
  }

  /// Takes a device from a guest, with the root port that held it below an expander, and with the
  /// expander where nothing else hangs on it. Empty where it has not got the device.
  public static Optional<Edit> back(Design design, DomainId id, String address) {
    var there = design.guest(id).filter(guest -> has(guest.wanted(), address));
    if (there.isEmpty()) {
      return Optional.empty();
    }
    var domain = there.get().wanted();
    var edits = new ArrayList<Edit>();
    edits.add(new DeviceEdit.RemoveHostDevice(id, address));
    var slot =
        domain.devices().stream()
            .filter(device -> device.address().equals(address))
            .flatMap(device -> device.guest().stream())
            .findFirst();
    var port = slot.flatMap(at -> bus(domain, at.bus())).filter(Controller::rootPort);
    var expander =
        port.flatMap(Controller::address)
            .flatMap(at -> bus(domain, at.bus()))
            .filter(Controller::expander);
    if (expander.isPresent() && alone(domain, address, slot.orElseThrow().bus())) {
      edits.add(new DeviceEdit.RemoveController(id, "pci", slot.orElseThrow().bus()));
      int bus = expander.get().index().orElseThrow();
      if (below(domain, bus) == 1) {
        edits.add(new DeviceEdit.RemoveController(id, "pci", bus));
      }
    }
    String label = String.format(Locale.ROOT, "Take %s from %s", address, there.get().name());
    return Optional.of(edits.size() == 1 ? edits.getFirst() : new Edit.Together(label, edits));
  }

  /// The guest cell that an expander bus tells the guest a device is on; empty where none does.
  public static OptionalInt told(Domain domain, String address) {
    var bus =
        domain.devices().stream()
            .filter(device -> device.address().equalsIgnoreCase(address))
            .flatMap(device -> device.guest().stream())
            .map(PciSlot::bus)
            .findFirst();
    // Switches may lie between, but not without end.
    for (int depth = 0; depth < 8 && bus.isPresent(); depth++) {
      var above = bus(domain, bus.get());
      if (above.filter(Controller::expander).isPresent()) {
        return above.get().node();
      }
      bus = above.flatMap(Controller::address).map(PciSlot::bus);
    }
    return OptionalInt.empty();
  }

  private static Optional<Controller> bus(Domain domain, int index) {
    return domain.hardware().controllers().stream()
        .filter(one -> one.type().equals("pci") && one.index().equals(OptionalInt.of(index)))
        .findFirst();
  }

  private static boolean alone(Domain domain, String address, int port) {
    return domain.devices().stream()
        .filter(device -> !device.address().equals(address))
        .flatMap(device -> device.guest().stream())
        .noneMatch(at -> at.bus() == port);
  }

  private static long below(Domain domain, int bus) {
    return domain.hardware().controllers().stream()
        .flatMap(one -> one.address().stream())
        .map(PciSlot::bus)
        .filter(index -> index == bus)
        .count();
  }
}
