package org.numascape.placement;

import java.util.ArrayList;
import java.util.Optional;
import org.numascape.check.DeviceBuses;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;

/// Puts the host devices of a guest on its cells, as a preset; see [DeviceBuses].
public final class GuestBuses {

  private GuestBuses() {}

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
    return told(guest.get(), DeviceBuses.of(design.host(), guest.get()));
  }

  private static PresetPlan told(Guest guest, DeviceBuses buses) {
    if (buses.crowded()) {
      return PresetPlan.refused("there are not enough bus numbers for so many devices");
    }
    var lines = new ArrayList<PillLine>();
    buses
        .homeless()
        .forEach(device ->
            lines.add(new PillLine(Tone.CAUTION, device.address() + " is on no cell's node")));
    buses
        .byCell()
        .forEach((cell, count) ->
            lines.add(
                new PillLine(
                    Tone.GOOD,
                    count + (count == 1 ? " device" : " devices") + " on cell " + cell)));
    return buses.edits().isEmpty()
        ? new PresetPlan(Optional.empty(), lines)
        : new PresetPlan(
            Optional.of(
                new Edit.Together(
                    "Put devices of " + guest.name() + " on their cells", buses.edits())),
            lines);
  }
}
