package org.numascape.app.inspector;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.app.widget.SetSuggestions;
import org.numascape.design.Guest;
import org.numascape.design.PinText;
import org.numascape.placement.PinWords;

/// All pins of a guest as text; what is wrong is told while typing, line by line.
final class PinEditor extends VBox {

  private final Sheet sheet;
  private final Supplier<Guest> guest;
  private final TextArea text = new TextArea();
  private final Label mistakes = new Label();
  private final Button take = new Button("Take over");

  PinEditor(Sheet sheet, Supplier<Guest> guest) {
    super(6);
    this.sheet = sheet;
    this.guest = guest;
    getStyleClass().add("pin-editor");
    text.setId("pin-text");
    text.setPrefRowCount(6);
    text.setMinHeight(90);
    text.getStyleClass().add("mono");
    text.setAccessibleText("Pins as text, a line such as 0-3: 8,40,9,41");
    text.setAccessibleHelp("Ctrl+Space offers words such as free on node1");
    text.textProperty().subscribe(typed -> examine());
    // Before our own keys: Escape first closes what is offered.
    new SetSuggestions(text, (typed, caret) -> PinWords.complete(sheet.facts(), typed, caret))
        .install();
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    var hint =
        new Label(
            "“0-3: 8,40,9,41” pairs one to one in order, “0-3: {8-11}” gives each the whole set,"
                + " “0-3: free on node1” takes what is free there; vCPUs without a line are not"
                + " pinned. Ctrl+Space offers words.");
    mistakes.setId("pin-mistakes");
    mistakes.getStyleClass().add("mistake");
    hint.getStyleClass().addAll("muted", "small-text");
    for (var words : new Label[] {hint, mistakes}) {
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
    }
    take.setId("take-pins");
    take.getStyleClass().add("accent");
    take.setOnAction(event -> takeOver());
    var cancel = new Button("Cancel");
    cancel.setId("cancel-pins");
    cancel.setOnAction(event -> close());
    getChildren().addAll(text, mistakes, hint, new FlowPane(8, 6, take, cancel));
  }

  /// Shows the pins there are, to be edited.
  void open() {
    text.setText(PinText.format(guest.get().wanted().vcpuPins()));
    examine();
    Sheet.show(this, true);
    text.requestFocus();
  }

  /// Leaves the pins as they are.
  void close() {
    Sheet.show(this, false);
  }

  private PinText read() {
    return PinWords.read(sheet.facts(), text.getText(), guest.get().wanted().vcpus().maximum());
  }

  private void examine() {
    String wrong =
        switch (read()) {
          case PinText.Pins right -> "";
          case PinText.Mistakes(var all) ->
              all.stream().map(PinText.Mistake::toString).collect(Collectors.joining("\n"));
        };
    mistakes.setText(wrong);
    Sheet.show(mistakes, !wrong.isEmpty());
    take.setDisable(!wrong.isEmpty());
  }

  private void takeOver() {
    if (read() instanceof PinText.Pins(var pins)) {
      sheet.store().apply(PinText.edit(guest.get(), pins));
      close();
    }
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
