package org.numascape.app.settings;

import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.design.PinText;
import org.numascape.topology.CpuSet;

/// All pins of the vCPUs as text; what is wrong is told while typing, line by line.
final class PinEditor extends VBox {

  private final GuestForm form;
  private final TextArea text = new TextArea();
  private final Label told = new Label();
  private final Button take = new Button("Take over");
  private final Button back = new Button("Put back");
  private String shown = "";

  PinEditor(GuestForm form) {
    super(6);
    this.form = form;
    text.setId("settings-pins");
    text.setPrefRowCount(5);
    text.setMinHeight(96);
    text.setPromptText("no vCPU is pinned");
    text.getStyleClass().add("mono");
    text.setAccessibleText("Pins of the vCPUs as text, a line such as 0-3: 8,40,9,41");
    text.textProperty().subscribe(typed -> examine());
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    told.setId("settings-pins-told");
    told.getStyleClass().add("mistake");
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    take.setId("settings-pins-take");
    take.getStyleClass().add("accent");
    take.setOnAction(event -> takeOver());
    back.setId("settings-pins-back");
    back.setOnAction(event -> putBack());
    getChildren().addAll(text, told, new HBox(8, take, back));
    form.follow(() -> {
      if (!changed()) {
        putBack();
      }
    });
  }

  private boolean changed() {
    return !text.getText().equals(shown);
  }

  private void putBack() {
    shown = PinText.format(form.domain().vcpuPins());
    if (!text.getText().equals(shown)) {
      text.setText(shown);
    }
    examine();
  }

  private PinText read() {
    var host = CpuSet.of(form.design().host().pus().keySet());
    return PinText.parse(text.getText(), form.domain().vcpus().maximum(), host);
  }

  private void examine() {
    String wrong =
        switch (read()) {
          case PinText.Pins right -> "";
          case PinText.Mistakes(var all) ->
              all.stream().map(PinText.Mistake::toString).collect(Collectors.joining("\n"));
        };
    told.setText(wrong);
    GuestForm.show(told, !wrong.isEmpty());
    take.setDisable(!wrong.isEmpty() || !changed());
    back.setDisable(!changed());
  }

  private void takeOver() {
    if (read() instanceof PinText.Pins(var pins)) {
      form.apply(PinText.edit(form.guest(), pins));
      putBack();
    }
  }

  private void keys(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && changed()) {
      putBack();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      takeOver();
      event.consume();
    }
  }
}
