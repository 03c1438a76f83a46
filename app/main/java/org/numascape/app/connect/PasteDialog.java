package org.numascape.app.connect;

import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.numascape.app.store.Background;

/// Takes text that tools printed on a host, one output after another; says while it changes what is
/// recognised in it, or where it goes wrong.
final class PasteDialog extends Dialog<Wanted> {

  /// What the outputs of the tools begin with or hold.
  private static final Pattern LIKELY =
      Pattern.compile(
          "(?m)<topology|<capabilities|^\\s*Architecture:|^\\s*available: \\d+ nodes|^node \\d+ cpus:|^CPU +NODE|\"lscpu\"|^# CPU,");

  private static final int LONGEST = 16_000_000;

  private final TextArea area = new TextArea();
  private final Label told = new Label();
  private final Trial<PastedText> trial;
  private final ButtonType open = new ButtonType("Open", ButtonBar.ButtonData.OK_DONE);
  private Optional<PastedText> read = Optional.empty();

  /// A dialog that begins with what lies on the clipboard, where that looks like a host, else with
  /// `last`.
  PasteDialog(Window owner, Background background, String last) {
    initOwner(owner);
    setTitle("Paste text of a host");
    setHeaderText("Paste what tools printed on the host");
    setResizable(true);
    trial = new Trial<>(background, "Reading the text", this::good, this::bad);
    var hint =
        new Label(
            "lscpu, lscpu -e, lscpu -p or lscpu -J, numactl -H, virsh capabilities, virsh freepages --all or"
                + " lstopo XML. Several together make a better picture; what they say differently is shown.");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    hint.getStyleClass().add("muted");
    area.setId("pasted");
    area.setPromptText("$ lscpu -e\n$ numactl -H");
    area.setAccessibleText("Text that tools printed on the host");
    area.getStyleClass().addAll("mono", "pasted-text");
    VBox.setVgrow(area, Priority.ALWAYS);
    told.setId("pasted-told");
    told.setWrapText(true);
    var scroll = new ScrollPane(told);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(78);
    scroll.setPrefHeight(78);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("pasted-told");
    var box = new VBox(8, hint, area, scroll);
    box.setPadding(new Insets(12, 13, 4, 13));
    getDialogPane().setContent(box);
    getDialogPane().getStyleClass().add("wide");
    getDialogPane()
        .setPrefSize(Math.min(860, owner.getWidth() - 60), Math.min(620, owner.getHeight() - 80));
    getDialogPane().getButtonTypes().addAll(open, ButtonType.CANCEL);
    allow(false);
    area.textProperty().subscribe(this::typed);
    area.setText(fromClipboard().orElse(last));
    setResultConverter(type -> type == open ? wanted() : null);
    setOnShown(event -> area.requestFocus());
    setOnHidden(event -> trial.stop());
  }

  /// What stands in the dialog.
  String text() {
    return area.getText();
  }

  private Wanted wanted() {
    var host = read.orElseThrow().host();
    return new Wanted(host.source().label(), () -> host);
  }

  /// What lies on the clipboard, where it looks like a host.
  private static Optional<String> fromClipboard() {
    return Optional.ofNullable(Clipboard.getSystemClipboard().getString())
        .filter(text -> text.length() < LONGEST)
        .filter(text -> LIKELY.matcher(text).find());
  }

  private void typed(String text) {
    allow(false);
    read = Optional.empty();
    told.getStyleClass().remove("danger");
    if (text.isBlank()) {
      trial.stop();
      told.setText("");
      return;
    }
    trial.read(() -> PastedText.read(text));
  }

  private void good(PastedText text) {
    read = Optional.of(text);
    told.setText(String.join("\n", text.lines()));
    allow(true);
  }

  private void bad(Exception failure) {
    told.getStyleClass().add("danger");
    told.setText(Failures.sentence(failure));
  }

  private void allow(boolean possible) {
    getDialogPane().lookupButton(open).setDisable(!possible);
  }
}
