package org.numascape.app.settings;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.numascape.app.widget.PinArea;

/// All pins of the vCPUs as text, always open: what somebody typed waits until it is taken over.
final class PinEditor extends VBox {

  private final GuestForm form;
  private final PinArea area;

  PinEditor(GuestForm form) {
    super(6);
    this.form = form;
    area = new PinArea("settings-pins", () -> form.store().analysis().get(), form::guest);
    area.input().setPrefRowCount(5);
    area.input().addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    var take = new Button("Take over");
    take.setId("settings-pins-take");
    take.getStyleClass().add("accent");
    take.disableProperty().bind(area.right().and(area.changed()).not());
    take.setOnAction(event -> takeOver());
    var back = new Button("Put back");
    back.setId("settings-pins-back");
    back.disableProperty().bind(area.changed().not());
    back.setOnAction(event -> area.putBack());
    getChildren().addAll(area, new HBox(8, take, back));
    form.follow(() -> {
      if (!area.changed().get()) {
        area.putBack();
      }
    });
  }

  private void takeOver() {
    area.edit()
        .ifPresent(edit -> {
          form.apply(edit);
          area.putBack();
        });
  }

  private void keys(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && area.changed().get()) {
      area.putBack();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      takeOver();
      event.consume();
    }
  }
}
