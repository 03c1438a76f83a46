package org.numascape.app.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Item;
import org.numascape.placement.Unpin;
import org.numascape.topology.CpuSet;

/// Several things at once: how many of what, and what can be done with all of them.
interface SeveralSheet {

  /// The sheet of a selection.
  static Sheet of(DesignStore store, List<Item> items) {
    var sheet = new Sheet(store);
    sheet.title(() -> items.size() + " things selected", () -> "");
    counts(items).forEach((what, count) -> sheet.row(what, count::toString));
    var guests =
        items.stream()
            .filter(Item.OfGuest.class::isInstance)
            .map(item -> ((Item.OfGuest) item).domain())
            .distinct()
            .toList();
    if (!guests.isEmpty()) {
      sheet.row(
          "Of guests",
          () ->
              guests.stream()
                  .flatMap(id -> sheet.facts().design().guest(id).stream())
                  .map(guest -> guest.name())
                  .collect(Collectors.joining(", ")));
      sheet.add(unpin(sheet, items));
    }
    var cpus = cpus(store, items);
    if (!cpus.isEmpty()) {
      sheet.row("CPUs", () -> cpus.size() + " · " + cpus);
      Reserving.addTo(sheet, () -> cpus);
      Occupants.addTo(sheet, () -> cpus);
    }
    return sheet;
  }

  private static Map<String, Integer> counts(List<Item> items) {
    var counts = new LinkedHashMap<String, Integer>();
    for (var item : items) {
      String what =
          switch (item) {
            case Item.WholeGuest guest -> "Guests";
            case Item.Vcpu vcpu -> "vCPUs";
            case Item.Cell cell -> "Cells";
            case Item.Emulator emulator -> "Emulators";
            case Item.IoThread io -> "I/O threads";
            case Item.Device device -> "Devices";
            case Item.NodeMemory node -> "Memories of nodes";
            case Item.OnHost on -> on.object().kind().hwlocName();
          };
      counts.merge(what, 1, Integer::sum);
    }
    return counts;
  }

  private static Button unpin(Sheet sheet, List<Item> items) {
    var store = sheet.store();
    var unpin = new Button("Unpin");
    unpin.setId("unpin-several");
    unpin.setTooltip(new Tooltip("Take pins and memory bindings of what is selected away"));
    unpin.setOnAction(event -> Unpin.of(store.design(), items).ifPresent(store::apply));
    sheet.follow(() -> unpin.setDisable(Unpin.of(store.design(), items).isEmpty()));
    return unpin;
  }

  private static CpuSet cpus(DesignStore store, List<Item> items) {
    var host = store.design().host();
    return items.stream()
        .filter(Item.OnHost.class::isInstance)
        .flatMap(item -> host.object(((Item.OnHost) item).object()).stream())
        .map(object -> object.cpus())
        .reduce(CpuSet.EMPTY, CpuSet::or);
  }
}
