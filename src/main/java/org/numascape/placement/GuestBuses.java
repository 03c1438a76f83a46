package org.numascape.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

/// Buses that make a guest see its host devices on the right cell: a `pcie-expander-bus` for each
/// cell and host root complex, and a root port below it for each device.
///
/// Without them the guest's firmware says of no device where it is. Bus numbers are given downwards
/// from 254, each expander with room for its root ports, so that ranges do not clash. Source:
/// libvirt `pci-addresses`, QEMU `docs/pcie.txt`.
public final class GuestBuses {

  /// libvirt's highest `busNr`.
  private static final int HIGHEST = 254;

  /// A PCI Express bus has that many slots.
  private static final int SLOTS = 32;

  /// What belongs below one expander.
  private record Place(int cell, String root) {}

  private final Guest guest;
  private final DeviceHome home;
  private final List<Edit> edits = new ArrayList<>();
  private int nextIndex;
  private int nextBus;

  private GuestBuses(HostTopology host, Guest guest) {
    this.guest = guest;
    this.home = new DeviceHome(host, guest.wanted());
    this.nextIndex = highestIndex(guest.wanted()) + 1;
    this.nextBus = lowestBus(guest.wanted());
  }

  /// The buses that a guest's host devices need; a device that is below an expander of its cell
  /// already stays, one of which nobody knows its node is left out and told.
  public static PresetPlan plan(Design design, DomainId id) {
    var guest = design.guest(id);
    if (guest.isEmpty()) {
      return PresetPlan.refused("there is no such guest");
    }
    var domain = guest.get().wanted();
    if (domain.devices().isEmpty()) {
      return PresetPlan.refused("it has no host devices");
    }
    if (domain.cells().isEmpty()) {
      return PresetPlan.refused("it has no cells to report devices on");
    }
    if (!domain.hardware().platform().pciExpress()) {
      return PresetPlan.refused("root ports need a machine type with PCI Express, q35 say");
    }
    return new GuestBuses(design.host(), guest.get()).plan();
  }

  /// The edits that put some of a guest's devices below expanders, telling each step; none for
  /// devices that are there already.
  static List<Edit> edits(
      HostTopology host, Guest guest, List<HostDevice> devices, List<PillLine> lines) {
    var buses = new GuestBuses(host, guest);
    for (var group : buses.groups(devices, lines).entrySet()) {
      if (!buses.fits(group.getValue())) {
        lines.add(new PillLine(Tone.BAD, "there are not enough bus numbers for so many devices"));
        return List.of();
      }
      buses.build(group.getKey(), group.getValue(), lines);
    }
    return buses.edits;
  }

  private boolean fits(List<HostDevice> devices) {
    return devices.size() <= SLOTS && nextBus - devices.size() >= 2;
  }

  private PresetPlan plan() {
    var lines = new ArrayList<PillLine>();
    for (var group : groups(guest.wanted().devices(), lines).entrySet()) {
      if (!fits(group.getValue())) {
        return PresetPlan.refused("there are not enough bus numbers for so many devices");
      }
      build(group.getKey(), group.getValue(), new ArrayList<>());
      lines.add(
          new PillLine(
              Tone.GOOD,
              group.getValue().size()
                  + (group.getValue().size() == 1 ? " device" : " devices")
                  + " on cell "
                  + group.getKey().cell()));
    }
    return edits.isEmpty()
        ? new PresetPlan(Optional.empty(), lines)
        : new PresetPlan(
            Optional.of(
                new Edit.Together("Put devices of " + guest.name() + " on their cells", edits)),
            lines);
  }

  private Map<Place, List<HostDevice>> groups(List<HostDevice> devices, List<PillLine> lines) {
    Map<Place, List<HostDevice>> groups = new LinkedHashMap<>();
    for (var device : devices) {
      var cell = home.cellOf(device);
      if (cell.isEmpty()) {
        lines.add(new PillLine(Tone.CAUTION, device.address() + " is on no cell's node"));
      } else if (!there(device, cell.getAsInt())) {
        groups
            .computeIfAbsent(
                new Place(cell.getAsInt(), home.rootOf(device)), place -> new ArrayList<>())
            .add(device);
      }
    }
    return groups;
  }

  private void build(Place place, List<HostDevice> devices, List<PillLine> lines) {
    var old = expanderOf(place);
    int ports = old.map(this::ports).orElse(0);
    int expander = old.flatMap(bus -> boxed(bus.index())).orElseGet(() -> nextIndex++);
    int bus = nextBus - ports - devices.size();
    nextBus = bus - 1;
    // One that is there gets lower numbers, with room for its further ports.
    var controller =
        new Controller(
            "pci",
            OptionalInt.of(expander),
            "pcie-expander-bus",
            old.flatMap(Controller::address),
            OptionalInt.of(place.cell()),
            OptionalInt.of(bus),
            OptionalInt.empty());
    edits.add(
        old.isPresent()
            ? new DeviceEdit.ChangeController(guest.id(), controller)
            : new DeviceEdit.AddController(guest.id(), controller));
    lines.add(
        new PillLine(
            Tone.GOOD,
            (old.isPresent() ? "" : "new ")
                + "pcie-expander-bus "
                + expander
                + " from bus number "
                + bus
                + " is reported on cell "
                + place.cell()));
    int first = old.map(this::freeSlot).orElse(0);
    for (int slot = first; slot < first + devices.size(); slot++) {
      int port = nextIndex++;
      var device = devices.get(slot - first);
      lines.add(
          new PillLine(Tone.GOOD, "pcie-root-port " + port + " on it holds " + device.address()));
      edits.add(
          new DeviceEdit.AddController(
              guest.id(),
              new Controller(
                  "pci",
                  OptionalInt.of(port),
                  "pcie-root-port",
                  Optional.of(new PciSlot(0, expander, slot, 0)),
                  OptionalInt.empty(),
                  OptionalInt.empty(),
                  OptionalInt.empty())));
      edits.add(
          new DeviceEdit.PlaceDevice(
              guest.id(), device.address(), Optional.of(PciSlot.first(port))));
    }
  }

  /// An expander of that cell with devices of that root complex, and with slots left.
  private Optional<Controller> expanderOf(Place place) {
    return guest.wanted().hardware().controllers().stream()
        .filter(Controller::expander)
        .filter(bus -> bus.node().equals(OptionalInt.of(place.cell())))
        .filter(bus ->
            guest.wanted().devices().stream()
                .anyMatch(device -> below(device, bus) && home.rootOf(device).equals(place.root())))
        .filter(bus -> freeSlot(bus) + 1 < SLOTS)
        .findFirst();
  }

  private boolean below(HostDevice device, Controller expander) {
    return device
        .guest()
        .flatMap(slot -> controller(slot.bus()))
        .flatMap(Controller::address)
        .filter(slot -> OptionalInt.of(slot.bus()).equals(expander.index()))
        .isPresent();
  }

  private Stream<Controller> portsOf(Controller expander) {
    return guest.wanted().hardware().controllers().stream()
        .filter(bus ->
            bus.address()
                .filter(slot -> OptionalInt.of(slot.bus()).equals(expander.index()))
                .isPresent());
  }

  private int ports(Controller expander) {
    return (int) portsOf(expander).count();
  }

  private int freeSlot(Controller expander) {
    return portsOf(expander)
            .flatMap(bus -> bus.address().stream())
            .mapToInt(PciSlot::slot)
            .max()
            .orElse(-1)
        + 1;
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  /// Whether a device is below an expander that is reported on this cell.
  private boolean there(HostDevice device, int cell) {
    var bus = device.guest().map(PciSlot::bus);
    for (int depth = 0; depth < 4 && bus.isPresent(); depth++) {
      var above = controller(bus.get());
      if (above.filter(Controller::expander).isPresent()) {
        return above.get().node().equals(OptionalInt.of(cell));
      }
      bus = above.flatMap(Controller::address).map(PciSlot::bus);
    }
    return false;
  }

  private Optional<Controller> controller(int index) {
    return guest.wanted().hardware().controllers().stream()
        .filter(bus -> bus.type().equals("pci") && bus.index().equals(OptionalInt.of(index)))
        .findFirst();
  }

  private static int highestIndex(Domain domain) {
    int highest = 0;
    for (var bus : domain.hardware().controllers()) {
      highest = bus.type().equals("pci") ? Math.max(highest, bus.index().orElse(0)) : highest;
    }
    for (var device : domain.devices()) {
      highest = Math.max(highest, device.guest().map(PciSlot::bus).orElse(0));
    }
    return highest;
  }

  /// Below the numbers that expanders have already.
  private static int lowestBus(Domain domain) {
    return domain.hardware().controllers().stream()
        .filter(Controller::expander)
        .flatMap(bus -> bus.busNr().stream().boxed())
        .min(Comparator.naturalOrder())
        .map(bus -> bus - 1)
        .orElse(HIGHEST);
  }
}
