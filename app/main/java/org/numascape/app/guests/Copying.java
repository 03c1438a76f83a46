package org.numascape.app.guests;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.design.DeviceEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.design.NewNames;
import org.numascape.domain.HostDevice;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.GuestTemplate;
import org.numascape.placement.Unpin;

/// A copy of a guest that somebody is about to make.
///
/// @param placed whether it gets the pins and nodes of the other
/// @param devices whether it gets the host devices of the other
/// @param uuid what it will be known by
record Copying(DomainId of, String name, boolean placed, boolean devices, String uuid) {

  /// What the copy is known by in the design.
  DomainId id() {
    return new DomainId(uuid);
  }

  /// What cannot be, in a sentence; empty when it can be made.
  Optional<String> wrong(Design design) {
    if (name.isBlank() || name.contains("/") || name.contains("\n")) {
      return Optional.of("A guest needs a name, without a slash.");
    }
    return NewNames.taken(design, name)
        ? Optional.of("There is a guest " + name + " already.")
        : Optional.empty();
  }

  /// The edit that makes the copy; empty where the other's XML cannot be read.
  Optional<Edit> in(Design design) {
    var other = design.guest(of);
    if (other.isEmpty() || wrong(design).isPresent()) {
      return Optional.empty();
    }
    var from = placed ? other.get() : unplaced(design, other.get());
    if (!devices) {
      for (var device : other.get().wanted().devices()) {
        from =
            from.wanting(
                new DeviceEdit.RemoveHostDevice(of, device.address()).changed(from.wanted()));
      }
    }
    try {
      var copy = GuestTemplate.like(from, name, uuid, NewNames.colour(design));
      var add = new Edit.AddGuests(List.of(copy));
      return Optional.of(
          new Edit.Together("Duplicate " + other.get().name() + " as " + name, List.of(add)));
    } catch (FormatException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /// What both would use and only one can at a time, in words; empty where there is nothing.
  static String shared(Guest guest) {
    var hardware = guest.wanted().hardware();
    var disks =
        hardware.disks().stream()
            .filter(disk -> !disk.source().isEmpty())
            .map(disk -> disk.target() + " (" + disk.source() + ")")
            .toList();
    return disks.isEmpty()
        ? ""
        : "Both use the disk"
            + (disks.size() == 1 ? " " : "s ")
            + String.join(", ", disks)
            + ": give one of them another before both run.";
  }

  /// The host devices of a guest, in a line.
  static String devices(Guest guest) {
    return String.join(", ", guest.wanted().devices().stream().map(HostDevice::address).toList());
  }

  /// The guest without pins and nodes.
  static Guest unplaced(Design design, Guest guest) {
    return Unpin.of(design, List.of(new Item.WholeGuest(guest.id())))
        .map(edit -> edit.applyTo(design))
        .flatMap(freed -> freed.guest(guest.id()))
        .orElse(guest);
  }
}
