package org.numascape.domain;

import java.util.Locale;

/// A place on the guest's PCI buses. `bus` is the index of the controller that carries it.
public record PciSlot(int domain, int bus, int slot, int function) {

  /// Function 0 of the first slot of a bus.
  public static PciSlot first(int bus) {
    return new PciSlot(0, bus, 0, 0);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04x:%02x:%02x.%x", domain, bus, slot, function);
  }
}
