package org.numascape.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.numascape.design.DeviceEdit;
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
///
/// @param edits what puts the devices there; empty where all are there already
/// @param byCell how many devices come to each cell
/// @param homeless devices of which nobody knows a cell
/// @param crowded whether there are not enough bus numbers for all of them
public record DeviceBuses(
    List<Edit> edits, Map<Integer, Integer> byCell, List<HostDevice> homeless, boolean crowded) {

  /// Copies the collections.
  public DeviceBuses {
    edits = List.copyOf(edits);
    byCell = Collections.unmodifiableMap(new TreeMap<>(byCell));
    homeless = List.copyOf(homeless);
  }

  /// The buses that a guest's host devices need; a device that is below an expander of its cell
  /// already stays.
  public static DeviceBuses of(HostTopology host, Guest guest) {
    return new Plan(host, guest).plan();
  }

  /// What belongs below one expander.
  private record Place(int cell, String root) {}

  /// The next free numbers while buses are made.
  private static final class Plan {

    /// libvirt's highest `busNr`.
    private static final int HIGHEST = 254;

    /// A PCI Express bus has that many slots.
    private static final int SLOTS = 32;

    private final Guest guest;
    private final DeviceHome home;
    private final List<Edit> edits = new ArrayList<>();
    private int nextIndex;
    private int nextBus;

    private Plan(HostTopology host, Guest guest) {
      this.guest = guest;
      this.home = new DeviceHome(host, guest.wanted());
      this.nextIndex = highestIndex(guest.wanted()) + 1;
      this.nextBus = lowestBus(guest.wanted());
    }

    private DeviceBuses plan() {
      Map<Place, List<HostDevice>> groups = new LinkedHashMap<>();
      var homeless = new ArrayList<HostDevice>();
      for (var device : guest.wanted().devices()) {
        var cell = home.cellOf(device);
        if (cell.isEmpty()) {
          homeless.add(device);
        } else if (!there(device, cell.getAsInt())) {
          groups
              .computeIfAbsent(
                  new Place(cell.getAsInt(), home.rootOf(device)), place -> new ArrayList<>())
              .add(device);
        }
      }
      Map<Integer, Integer> byCell = new TreeMap<>();
      for (var group : groups.entrySet()) {
        int count = group.getValue().size();
        if (count > SLOTS || nextBus - count < 2) {
          return new DeviceBuses(List.of(), Map.of(), homeless, true);
        }
        build(group.getKey(), group.getValue());
        byCell.merge(group.getKey().cell(), count, Integer::sum);
      }
      return new DeviceBuses(edits, byCell, homeless, false);
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

    private boolean there(HostDevice device, int cell) {
      return ExpanderBuses.cellOf(guest.wanted(), device).equals(OptionalInt.of(cell));
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
}
