package org.numascape.app.inspector;

import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.numascape.app.widget.PinArea;
import org.numascape.design.Guest;

/// All pins of a guest as text, opened from a link.
final class PinEditor extends VBox {

  private final Sheet sheet;
  private final PinArea area;

  PinEditor(Sheet sheet, Supplier<Guest> guest) {
    super(6);
    this.sheet = sheet;
    getStyleClass().add("pin-editor");
    area = new PinArea("pin-text", sheet::facts, guest);
    // Behind those of the suggestions: Escape first closes what is offered.
    area.input().addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    var take = new Button("Take over");
    take.setId("take-pins");
    take.getStyleClass().add("accent");
    take.disableProperty().bind(area.right().not());
    take.setOnAction(event -> takeOver());
    var cancel = new Button("Cancel");
    cancel.setId("cancel-pins");
    cancel.setOnAction(event -> close());
    getChildren().addAll(area, new FlowPane(8, 6, take, cancel));
  }

  /// Shows the pins there are, to be edited.
  void open() {
    area.putBack();
    Sheet.show(this, true);
    area.input().requestFocus();
  }

  /// Leaves the pins as they are.
  void close() {
    Sheet.show(this, false);
  }

  private void takeOver() {
    area.edit()
        .ifPresent(edit -> {
          sheet.store().apply(edit);
          close();
        });
  }

  private void keys(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      takeOver();
      event.consume();
    }
  }
}
