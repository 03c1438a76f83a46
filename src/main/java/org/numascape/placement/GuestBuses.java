package org.numascape.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

  private PresetPlan plan() {
    var lines = new ArrayList<PillLine>();
    Map<Place, List<HostDevice>> groups = new LinkedHashMap<>();
    for (var device : guest.wanted().devices()) {
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
    for (var group : groups.entrySet()) {
      if (group.getValue().size() > SLOTS || nextBus - group.getValue().size() < 2) {
        return PresetPlan.refused("there are not enough bus numbers for so many devices");
      }
      build(group.getKey(), group.getValue());
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

  private void build(Place place, List<HostDevice> devices) {
    int expander = nextIndex++;
    int bus = nextBus - devices.size();
    nextBus = bus - 1;
    edits.add(
        new DeviceEdit.AddController(
            guest.id(),
            new Controller(
                "pci",
                OptionalInt.of(expander),
                "pcie-expander-bus",
                Optional.empty(),
                OptionalInt.of(place.cell()),
                OptionalInt.of(bus),
                OptionalInt.empty())));
    for (int slot = 0; slot < devices.size(); slot++) {
      int port = nextIndex++;
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
              guest.id(), devices.get(slot).address(), Optional.of(PciSlot.first(port))));
    }
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
