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
          List.of("Shift while dragging a cell", "spread it over one node more"),
          List.of("Drag back to the panel", "unpin"),
          List.of("Rest on a folded box while dragging", "unfold it"),
          List.of("Click on a folded box", "unfold it"),
          List.of("Double click", "fly to it"),
          List.of("Rest on a NUMA node", "its distances to the others"),
          List.of("Click or drag in the overview", "look there"),
          List.of("Right click, or the menu key", "what can be done with a box"),
          List.of("Wheel", "zoom at the pointer"),
          List.of("Shift + wheel", "move sideways"),
          List.of("Middle button or Space + drag", "move the picture"),
          List.of("Drag on empty ground", "select with a rubber band"),
          List.of("Ctrl + click", "add to the selection or take out"),
          List.of("Escape", "cancel the drag"));

  private static final List<List<String>> PICTURE =
      List.of(
          List.of("Arrow keys", "walk from box to box"),
          List.of("Page Up, Page Down", "to the box around, to the box inside"),
          List.of("Enter", "select what sits on the box; drop what is carried"),
          List.of("Ctrl + Enter", "drop, and take memory or vCPUs along"),
          List.of("Escape", "put back what is carried, or select nothing"),
          List.of("?", "this list"));

  ShortcutsDialog(Stage owner, List<Actions.Menu> menus) {
    initOwner(owner);
    setTitle("Keyboard and mouse");
    setHeaderText("Keyboard and mouse");
    var grid = new GridPane(32, 6);
    grid.setPadding(new Insets(4, 16, 12, 4));
    int row = 0;
    for (var menu : menus) {
      row = heading(grid, menu.title(), row);
      for (var group : menu.groups()) {
        for (var action : group) {
          if (action.key().isPresent()) {
            row = line(grid, action.words(), action.key().get().getDisplayText(), row);
          }
        }
      }
    }
    row = section(grid, "In the picture", PICTURE, row);
    section(grid, "Mouse", MOUSE, row);
    var scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(520);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getDialogPane().setContent(scroll);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    getDialogPane().setId("shortcuts-dialog");
    setResizable(true);
  }

  private static int section(GridPane grid, String title, List<List<String>> lines, int row) {
    int at = heading(grid, title, row);
    for (var line : lines) {
      at = line(grid, line.get(1), line.get(0), at);
    }
    return at;
  }

  private static int line(GridPane grid, String what, String key, int row) {
    var name = new Label(key);
    name.getStyleClass().add("key");
    grid.addRow(row, new Label(what), name);
    return row + 1;
  }

  private static int heading(GridPane grid, String title, int row) {
    var label = new Label(title);
    label.getStyleClass().add("section-title");
    grid.add(label, 0, row, 2, 1);
    return row + 1;
  }
}
