package org.numascape.format.domainxml;

import java.util.Locale;
import java.util.Optional;
import org.numascape.domain.PciSlot;

/// PCI addresses, which libvirt splits into four attributes: of a host device in a `source`, and of
/// a place in the guest.
interface PciAddress {

  /// As hwloc writes it, `0000:3b:00.0`; empty where the element tells no slot.
  static Optional<String> of(XmlElement address) {
    try {
      int domain = number(address, "domain");
      int bus = number(address, "bus");
      int slot = number(address, "slot");
      int function = number(address, "function");
      return address.value("bus").isEmpty() || address.value("slot").isEmpty()
          ? Optional.empty()
          : Optional.of(
              String.format(Locale.ROOT, "%04x:%02x:%02x.%x", domain, bus, slot, function));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// The address of a host device as libvirt writes it.
  ///
  /// @param address `dddd:bb:dd.f`
  static Markup markup(String address) {
    String[] parts = address.split("[:.]", -1);
    return Markup.of("address")
        .with("domain", "0x" + parts[0])
        .with("bus", "0x" + parts[1])
        .with("slot", "0x" + parts[2])
        .with("function", "0x" + parts[3]);
  }

  /// A place in the guest; empty where the element leaves it to libvirt.
  static Optional<PciSlot> slot(XmlElement address) {
    boolean pci = address.value("type").filter("pci"::equals).isPresent();
    if (!pci || (address.value("bus").isEmpty() && address.value("slot").isEmpty())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PciSlot(
              number(address, "domain"),
              number(address, "bus"),
              number(address, "slot"),
              number(address, "function")));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static int number(XmlElement address, String name) {
    return Integer.decode(address.value(name).orElse("0").strip());
  }
}
