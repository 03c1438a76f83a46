package org.numascape.format.domainxml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.numascape.domain.PciSlot;

/// Writes where a device sits on the guest's PCI buses: its `address`.
interface Slots {

  /// Gives a device an address, or leaves it to libvirt.
  static void set(Patch patch, XmlElement device, Optional<PciSlot> slot) {
    var present = device.child("address");
    if (slot.isEmpty()) {
      present.ifPresent(patch::remove);
      return;
    }
    if (present.isEmpty()) {
      patch.addLast(device, List.of(markup(slot.get())));
      return;
    }
    var address = present.get();
    patch.set(address, "type", "pci");
    var wanted = markup(slot.get());
    for (var pair : wanted.attributes()) {
      if (!pair.name().equals("type")) {
        patch.set(address, pair.name(), pair.value());
      }
    }
  }

  /// The address as libvirt writes it.
  static Markup markup(PciSlot slot) {
    return Markup.of("address")
        .with("type", "pci")
        .with("domain", hex(slot.domain(), 4))
        .with("bus", hex(slot.bus(), 2))
        .with("slot", hex(slot.slot(), 2))
        .with("function", hex(slot.function(), 1));
  }

  private static String hex(int number, int digits) {
    return "0x" + String.format(Locale.ROOT, "%0" + digits + "x", number);
  }
}
