package org.numascape.app.window;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;

/// Every action that has a key, by menu, and what the mouse does in the picture.
final class ShortcutsDialog extends Dialog<Void> {

  private static final List<List<String>> MOUSE =
      List.of(
          List.of(
              "Drag a chip or a placed vCPU", "place it on a CPU, core, cache, node or package"),
          List.of("Ctrl while dragging", "the cell's memory or vCPUs come along"),
          List.of("Drag back to the panel", "unpin"),
          List.of("Wheel", "zoom at the pointer"),
          List.of("Middle button or Space + drag", "move the picture"),
          List.of("Drag on empty ground", "select with a rubber band"),
          List.of("Ctrl + click", "add to the selection or take out"),
          List.of("Escape", "cancel the drag"));

  ShortcutsDialog(Stage owner, List<Actions.Menu> menus) {
    initOwner(owner);
    setTitle("Keyboard and mouse");
    setHeaderText("Keyboard and mouse");
    var grid = new GridPane(24, 6);
    grid.setPadding(new Insets(4, 16, 12, 4));
    int row = 0;
    for (var menu : menus) {
      row = heading(grid, menu.title(), row);
      for (var group : menu.groups()) {
        for (var action : group) {
          if (action.key().isPresent()) {
            var key = new Label(action.key().get().getDisplayText());
            key.getStyleClass().add("key");
            grid.addRow(row++, new Label(action.label().getValue()), key);
          }
        }
      }
    }
    row = heading(grid, "Mouse", row);
    for (var line : MOUSE) {
      grid.addRow(row++, new Label(line.get(1)), new Label(line.get(0)));
    }
    var scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(520);
    getDialogPane().setContent(scroll);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    setResizable(true);
  }

  private static int heading(GridPane grid, String title, int row) {
    var label = new Label(title);
    label.getStyleClass().add("section-title");
    grid.add(label, 0, row, 2, 1);
    return row + 1;
  }
}
