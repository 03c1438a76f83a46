package org.numascape.format.domainxml;

import java.util.Locale;
import java.util.Optional;

/// The host PCI address in a device's `source`, which libvirt splits into four attributes.
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

  private static int number(XmlElement address, String name) {
    return Integer.decode(address.value(name).orElse("0").strip());
  }
}
