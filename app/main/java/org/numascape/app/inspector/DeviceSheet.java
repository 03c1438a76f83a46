package org.numascape.app.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Item;
import org.numascape.topology.Bridge;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

/// A PCI device: where it hangs, and which guests it is handed to.
interface DeviceSheet {

  /// PCI class of bridges.
  int BRIDGES = 0x06;

  /// The sheet of a device.
  static Sheet of(DesignStore store, PciDevice device) {
    var sheet = new Sheet(store);
    var host = store.design().host();
    String names =
        device.contents().devices().stream()
            .filter(OsDevice.class::isInstance)
            .map(inner -> ((OsDevice) inner).name())
            .collect(Collectors.joining(", "));
    sheet.title(() -> names.isEmpty() ? "PCI device" : names, device::address);
    sheet.row("Name", () -> device.name().isEmpty() ? "not told" : device.name());
    sheet.row("Address", device::address);
    device.contents().devices().stream()
        .filter(OsDevice.class::isInstance)
        .map(OsDevice.class::cast)
        .filter(inner -> !inner.type().isEmpty())
        .forEach(inner -> sheet.row(inner.name(), inner::type));
    if (device.linkGbs() > 0) {
      sheet.row("Link", () -> String.format(Locale.ROOT, "%.1f GB/s", device.linkGbs()));
    }
    sheet.row(
        "Local to",
        () ->
            device.node() >= 0
                ? "node " + device.node()
                : HostWords.nodes(host.nodesOf(device.cpus())));
    sheet.row("Near CPUs", () -> device.cpus().isEmpty() ? "not told" : device.cpus().toString());
    host.parent(device)
        .filter(Bridge.class::isInstance)
        .map(bridge -> HostWords.name(bridge))
        .ifPresent(bridge -> sheet.row("Behind", () -> bridge));
    sheet.section("Handed to", Optional.empty());
    var guests = new VBox(3);
    guests.setId("device-guests");
    sheet.add(guests);
    sheet.follow(() -> {
      guests.getChildren().clear();
      sheet.facts().design().guests().stream()
          .filter(guest ->
              guest.wanted().devices().stream()
                  .anyMatch(one -> one.address().equalsIgnoreCase(device.address())))
          .forEach(guest -> {
            var link = new Hyperlink(guest.name());
            link.setTooltip(new Tooltip("Select " + guest.name()));
            link.setOnAction(event -> store.select(List.of(new Item.WholeGuest(guest.id()))));
            guests.getChildren().add(link);
          });
      if (guests.getChildren().isEmpty()) {
        var none = new Label("No guest of this design");
        none.getStyleClass().addAll("muted", "small-text");
        guests.getChildren().add(none);
      }
    });
    boolean carriesOthers = device.classId() >> 8 == BRIDGES;
    if (!carriesOthers) {
      sheet.add(new HandTo(sheet, device));
    }
    return sheet;
  }
}
