package org.numascape.app.inspector;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Words of a source under its own names, folded away until somebody wants them.
interface Told {

  /// What the names mean, where they say little to who has not read hwloc's manual.
  Map<String, String> MEANING =
      Map.ofEntries(
          Map.entry("CPUModel", "CPU model"),
          Map.entry("CPUVendor", "CPU vendor"),
          Map.entry("CPUFamilyNumber", "CPU family"),
          Map.entry("CPUModelNumber", "CPU model number"),
          Map.entry("CPUStepping", "CPU stepping"),
          Map.entry("PCIVendor", "Vendor"),
          Map.entry("PCIDevice", "Device"),
          Map.entry("CacheLineSize", "Cache line, bytes"),
          Map.entry("CacheAssociativity", "Cache ways"),
          Map.entry("DMIProductName", "Product"),
          Map.entry("DMISysVendor", "Made by"),
          Map.entry("DMIBIOSVersion", "Firmware"),
          Map.entry("DMIBIOSDate", "Firmware of"),
          Map.entry("OSName", "System"),
          Map.entry("OSRelease", "Kernel"),
          Map.entry("MemoryTier", "Memory tier"),
          Map.entry("Inclusive", "Inclusive"),
          Map.entry("PCISlot", "Slot"));

  /// Adds the words, if there are any.
  static void addTo(Sheet sheet, String title, Map<String, String> infos) {
    if (infos.isEmpty()) {
      return;
    }
    var grid = new GridPane(10, 4);
    var keys = new ColumnConstraints();
    keys.setMinWidth(60);
    keys.setPercentWidth(44);
    var values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(keys, values);
    new TreeMap<>(infos)
        .forEach((name, value) -> {
          var key = new Label(Optional.ofNullable(MEANING.get(name)).orElse(name));
          key.getStyleClass().addAll("key", "small-text");
          key.setTooltip(new Tooltip(name));
          var said = new Label(value);
          said.getStyleClass().add("small-text");
          said.setTooltip(new Tooltip(value));
          said.setAccessibleText(name + " " + value);
          grid.addRow(grid.getRowCount(), key, said);
        });
    var fold = new TitledPane(title + " (" + infos.size() + ")", grid);
    fold.setId("inspector-told");
    fold.setExpanded(false);
    fold.setAnimated(false);
    fold.getStyleClass().addAll("dense", "told");
    sheet.add(fold);
  }
}
