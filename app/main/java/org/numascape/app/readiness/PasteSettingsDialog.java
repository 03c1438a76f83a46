package org.numascape.app.readiness;

import java.time.Clock;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.numascape.app.widget.CopyButton;
import org.numascape.document.SettingsText;
import org.numascape.format.FormatException;
import org.numascape.topology.HostSettings;
import org.numascape.topology.Setting;

/// Gives the commands to run on the host, and takes what they print; says while it changes what was
/// understood of it.
final class PasteSettingsDialog extends Dialog<HostSettings> {

  private final Clock clock;
  private final TextArea area = new TextArea();
  private final Label told = new Label();
  private final ButtonType use = new ButtonType("Use", ButtonBar.ButtonData.OK_DONE);
  private Optional<HostSettings> read = Optional.empty();

  PasteSettingsDialog(Window owner, Clock clock) {
    this.clock = clock;
    initOwner(owner);
    setTitle("Paste settings of the host");
    setHeaderText("Run these commands on the host, and paste what they print");
    setResizable(true);
    var hint =
        new Label(
            "They only read, need no root, and show of the boot loader's line only what matters"
                + " here.");
    hint.getStyleClass().add("muted");
    hint.setWrapText(true);
    HBox.setHgrow(hint, Priority.ALWAYS);
    hint.setMaxWidth(Double.MAX_VALUE);
    var copy = new CopyButton("Copy the commands", "the commands", SettingsText::commands);
    copy.setId("copy-collector");
    var first = new HBox(10, hint, copy);
    first.setAlignment(Pos.CENTER_LEFT);
    var commands = new TextArea(SettingsText.commands());
    commands.setId("collector");
    commands.setEditable(false);
    commands.setPrefRowCount(5);
    commands.setAccessibleText("Commands to run on the host");
    commands.getStyleClass().add("mono");
    area.setId("settings-text");
    area.setPromptText("== numascape settings 1\n…\n== numascape settings end");
    area.setAccessibleText("What the commands printed");
    area.getStyleClass().add("mono");
    VBox.setVgrow(area, Priority.ALWAYS);
    told.setId("settings-told");
    told.setWrapText(true);
    told.setMinHeight(40);
    var box = new VBox(8, first, commands, area, told);
    box.setPadding(new Insets(12, 13, 4, 13));
    getDialogPane().setId("settings-dialog");
    getDialogPane().setContent(box);
    getDialogPane().getStyleClass().add("wide");
    getDialogPane()
        .setPrefSize(Math.min(860, owner.getWidth() - 60), Math.min(640, owner.getHeight() - 80));
    getDialogPane().getButtonTypes().addAll(use, ButtonType.CANCEL);
    getDialogPane().lookupButton(use).setId("settings-use");
    area.textProperty().subscribe(this::typed);
    setResultConverter(type -> type == use ? read.orElse(null) : null);
    setOnShown(event -> area.requestFocus());
    told.setMinHeight(Region.USE_PREF_SIZE);
  }

  private void typed(String text) {
    read = Optional.empty();
    told.getStyleClass().remove("danger");
    told.setText("");
    if (!text.isBlank()) {
      try {
        var settings = SettingsText.read("pasted text", text, Optional.of(clock.instant()));
        read = Optional.of(settings);
        told.setText(words(settings));
      } catch (FormatException e) {
        told.getStyleClass().add("danger");
        told.setText(String.valueOf(e.getMessage()));
      }
    }
    getDialogPane().lookupButton(use).setDisable(read.isEmpty());
  }

  private static String words(HostSettings settings) {
    long known = settings.observations().keySet().stream().filter(settings::knows).count();
    long refused = settings.observations().size() - known;
    return "Understood: "
        + known
        + " settings"
        + settings.text(Setting.KERNEL).map(kernel -> " of a host with Linux " + kernel).orElse("")
        + (refused == 0 ? "." : "; " + refused + " were not shown to you.");
  }
}
