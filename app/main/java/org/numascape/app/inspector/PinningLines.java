package org.numascape.app.inspector;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;

/// The pins of a guest, as a table or as text.
interface PinningLines {

  /// Adds the section of one guest.
  static void addTo(Sheet sheet, DomainId id, Supplier<Guest> guest) {
    var below = new VBox();
    var table = new PinTable(sheet, id, below);
    var text = new PinEditor(sheet, guest);
    var toggle = new Hyperlink();
    toggle.setId("edit-pins");
    toggle.setTooltip(new Tooltip("Change between the table and text to edit"));
    Sheet.show(text, false);
    Runnable words = () -> toggle.setText(text.isVisible() ? "Show as table" : "Edit as text");
    words.run();
    toggle.setOnAction(event -> {
      toggle.setVisited(false);
      if (text.isVisible()) {
        text.close();
      } else {
        text.open();
      }
    });
    text.visibleProperty()
        .subscribe(shown -> {
          Sheet.show(table, !shown);
          words.run();
        });
    sheet.section("Pinning", Optional.of(toggle));
    sheet.add(new VBox(table, below, text));
  }
}
