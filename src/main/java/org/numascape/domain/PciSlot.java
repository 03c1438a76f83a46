package org.numascape.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/// A place on the guest's PCI buses. `bus` is the index of the controller that carries it.
public record PciSlot(int domain, int bus, int slot, int function) {

  private static final Pattern TYPED =
      Pattern.compile("(?:([0-9a-fA-F]{1,4}):)?([0-9a-fA-F]{1,2}):([01]?[0-9a-fA-F])\\.([0-7])");

  /// Function 0 of the first slot of a bus.
  public static PciSlot first(int bus) {
    return new PciSlot(0, bus, 0, 0);
  }

  /// What a person types: `0000:02:00.0`, or `02:00.0` in domain 0.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  public static PciSlot parse(String typed) {
    var parts = TYPED.matcher(typed.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\""
              + typed.strip()
              + "\" is no PCI address: write domain:bus:slot.function, 0000:02:00.0");
    }
    String domain = parts.group(1);
    return new PciSlot(
        domain == null ? 0 : Integer.parseInt(domain, 16),
        Integer.parseInt(parts.group(2), 16),
        Integer.parseInt(parts.group(3), 16),
        Integer.parseInt(parts.group(4), 16));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04x:%02x:%02x.%x", domain, bus, slot, function);
  }
}
