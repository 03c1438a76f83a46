package org.numascape.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.numascape.domain.Controller;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.HostDevice;
import org.numascape.domain.MaxMemory;
import org.numascape.domain.Memory;
import org.numascape.domain.MemoryDevice;
import org.numascape.domain.PciSlot;
import org.numascape.topology.CpuSet;

/// Edits of memory that is plugged in, of buses, and of where host devices hang.
public sealed interface DeviceEdit extends GuestEdit {

  /// Plugs memory in. libvirt wants a cell for it and room to grow into: both are made where they
  /// are missing. Memory from a file takes neither nodes nor pages.
  record AddMemory(DomainId domain, MemoryDevice device) implements DeviceEdit {}

  /// Changes the memory device at a place in the guest's list, from 0.
  record ChangeMemory(DomainId domain, int position, MemoryDevice device) implements DeviceEdit {}

  /// Unplugs the memory device at a place in the guest's list, from 0.
  record RemoveMemory(DomainId domain, int position) implements DeviceEdit {}

  /// Adds a controller; one of the same type and index stays as it is.
  record AddController(DomainId domain, Controller controller) implements DeviceEdit {}

  /// Has the controller of that type and index be as said, where it stands.
  record ChangeController(DomainId domain, Controller controller) implements DeviceEdit {}

  /// Takes a controller away; devices on a bus of it are left to libvirt to place.
  record RemoveController(DomainId domain, String type, int index) implements DeviceEdit {}

  /// Reports everything below an expander bus to be on another guest cell.
  record MoveExpander(DomainId domain, int index, int cell) implements DeviceEdit {}

  /// Puts a host device (PCI address on the host) at a place in the guest; empty leaves that to
  /// libvirt.
  record PlaceDevice(DomainId domain, String address, Optional<PciSlot> slot)
      implements DeviceEdit {}

  /// Hands a host PCI device to the guest; one it has already stays as it is.
  record AddHostDevice(DomainId domain, HostDevice device) implements DeviceEdit {
    /// Refuses what is not a `hostdev`: a disk needs a target, an interface a network.
    public AddHostDevice {
      if (device.form() != HostDevice.Form.HOSTDEV) {
        throw new IllegalArgumentException(
            device.address() + " can be added as hostdev only, not as " + device.form());
      }
    }
  }

  /// Takes a host device (PCI address on the host) from the guest, with all its element says.
  record RemoveHostDevice(DomainId domain, String address) implements DeviceEdit {}

  /// How a host device is handed over: whether libvirt takes it from its host driver and gives it
  /// back, and what drives it meanwhile.
  record HandOver(DomainId domain, String address, boolean managed, Optional<String> driver)
      implements DeviceEdit {}

  @Override
  default Domain changed(Domain before) {
    return switch (this) {
      case AddMemory(_, var device) -> plugged(before, device);
      case ChangeMemory(_, var position, var device) -> {
        var devices = new ArrayList<>(before.hardware().memoryDevices());
        if (position >= devices.size()) {
          yield before;
        }
        devices.set(position, sourced(device));
        yield roomy(before.withHardware(before.hardware().withMemoryDevices(devices)));
      }
      case RemoveMemory(_, var position) -> {
        var devices = new ArrayList<>(before.hardware().memoryDevices());
        if (position >= devices.size()) {
          yield before;
        }
        devices.remove(position);
        yield before.withHardware(before.hardware().withMemoryDevices(devices));
      }
      case AddController(_, var controller) -> {
        var all = new ArrayList<>(before.hardware().controllers());
        boolean there = all.stream().anyMatch(old -> same(old, controller));
        all.add(controller);
        yield there ? before : controllers(before, all);
      }
      case ChangeController(_, var controller) ->
          controllers(
              before,
              before.hardware().controllers().stream()
                  .map(old -> same(old, controller) ? controller : old)
                  .toList());
      case RemoveController(_, var type, var index) -> removed(before, type, index);
      case MoveExpander(_, var index, var cell) ->
          before.cell(cell).isEmpty()
              ? before
              : controllers(
                  before,
                  before.hardware().controllers().stream()
                      .map(bus ->
                          bus.expander() && bus.index().equals(OptionalInt.of(index))
                              ? bus.withNode(OptionalInt.of(cell))
                              : bus)
                      .toList());
      case PlaceDevice(_, var address, var slot) ->
          devices(before, address, device -> Stream.of(device.withGuest(slot)));
      case AddHostDevice(_, var device) -> {
        var all = new ArrayList<>(before.devices());
        boolean there = all.stream().anyMatch(old -> old.address().equals(device.address()));
        all.add(device);
        yield there ? before : before.withHardware(before.hardware().withHostDevices(all));
      }
      case RemoveHostDevice(_, var address) -> devices(before, address, device -> Stream.empty());
      case HandOver(_, var address, var managed, var driver) ->
          devices(
              before,
              address,
              device ->
                  Stream.of(
                      device.form() == HostDevice.Form.NVME
                          ? device.handedOver(managed, Optional.empty())
                          : device.handedOver(managed, driver)));
    };
  }

  private static Domain devices(
      Domain domain, String address, Function<HostDevice, Stream<HostDevice>> change) {
    return domain.withHardware(
        domain
            .hardware()
            .withHostDevices(
                domain.devices().stream()
                    .flatMap(device ->
                        device.address().equals(address) ? change.apply(device) : Stream.of(device))
                    .toList()));
  }

  private static boolean same(Controller one, Controller other) {
    return one.type().equals(other.type()) && one.index().equals(other.index());
  }

  private static Domain controllers(Domain domain, List<Controller> controllers) {
    return domain.withHardware(domain.hardware().withControllers(controllers));
  }

  private static Domain removed(Domain domain, String type, int index) {
    var left = new ArrayList<>(domain.hardware().controllers());
    boolean gone =
        left.removeIf(bus -> bus.type().equals(type) && bus.index().equals(OptionalInt.of(index)));
    if (!gone || !type.equals("pci")) {
      return controllers(domain, left);
    }
    var devices =
        domain.devices().stream()
            .map(device ->
                device.guest().filter(slot -> slot.bus() == index).isPresent()
                    ? device.withGuest(Optional.empty())
                    : device)
            .toList();
    return domain.withHardware(domain.hardware().withControllers(left).withHostDevices(devices));
  }

  private static Domain plugged(Domain domain, MemoryDevice device) {
    var all = CpuSet.range(0, domain.vcpus().maximum() - 1);
    var celled =
        domain.cells().isEmpty()
            ? domain.withCells(List.of(new GuestCell(0, all, domain.memoryKib())))
            : domain;
    var devices = new ArrayList<>(domain.hardware().memoryDevices());
    devices.add(sourced(device));
    if (domain.totalKib() > Memory.MOST_KIB - device.sizeKib()) {
      return domain;
    }
    return roomy(celled.withHardware(celled.hardware().withMemoryDevices(devices)));
  }

  private static MemoryDevice sourced(MemoryDevice device) {
    return device.path().isPresent()
        ? device.withSource(Optional.empty(), Optional.empty())
        : device;
  }

  private static Domain roomy(Domain domain) {
    var devices = domain.hardware().memoryDevices();
    var old = domain.memory().maximum();
    long kib = Math.max(old.map(MaxMemory::kib).orElse(0L), domain.totalKib());
    int slots = Math.max(old.map(MaxMemory::slots).orElse(0), Math.max(devices.size(), 1));
    return domain.withMemory(domain.memory().withMaximum(Optional.of(new MaxMemory(kib, slots))));
  }

  @Override
  default String words(String guest) {
    return switch (this) {
      case AddMemory(_, var device) ->
          "Plug " + Words.size(device.sizeKib()) + " of " + device.model() + " into " + guest;
      case ChangeMemory(_, var position, var device) ->
          "Change " + device.model() + " " + position + " of " + guest;
      case RemoveMemory(_, var position) -> "Unplug memory device " + position + " of " + guest;
      case AddController(_, var controller) -> "Add " + controller.model() + " to " + guest;
      case ChangeController(_, var controller) ->
          "Change "
              + controller.type()
              + " controller "
              + controller.index().orElse(0)
              + " of "
              + guest;
      case RemoveController(_, var type, var index) ->
          "Remove " + type + " controller " + index + " of " + guest;
      case MoveExpander(_, var index, var cell) ->
          "Report bus " + index + " of " + guest + " on cell " + cell;
      case PlaceDevice(_, var address, var slot) ->
          slot.map(to -> "Put " + address + " at " + to + " in " + guest)
              .orElse("Let libvirt place " + address + " in " + guest);
      case AddHostDevice(_, var device) -> "Hand " + device.address() + " to " + guest;
      case RemoveHostDevice(_, var address) -> "Take " + address + " from " + guest;
      case HandOver(_, var address, var managed, var driver) ->
          "Hand "
              + address
              + " to "
              + guest
              + (managed ? ", taken and given back by libvirt" : ", taken from its driver before")
              + driver.map(name -> ", driven by " + name).orElse("");
    };
  }
}
