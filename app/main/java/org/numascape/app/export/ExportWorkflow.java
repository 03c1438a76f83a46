package org.numascape.app.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.document.TextFile;

/// Writes the open host into a file of another program.
public final class ExportWorkflow {

  private final Stage stage;
  private final DesignStore store;
  private final Background background;

  /// Exports what a store holds.
  public ExportWorkflow(Stage stage, DesignStore store, Background background) {
    this.stage = stage;
    this.store = store;
    this.background = background;
  }

  /// Asks how and where to, and writes the host.
  public void export() {
    new ExportDialog(stage, background, store.design().host()).showAndWait().ifPresent(this::save);
  }

  private void save(ExportDialog.Answer answer) {
    String suffix = answer.form().suffix();
    var chooser = new FileChooser();
    chooser.setTitle("Save host");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(answer.form().toString(), "*." + suffix),
            new FileChooser.ExtensionFilter("All files", "*"));
    String safe = store.design().name().replaceAll("[^\\p{L}\\p{N}._-]", "-");
    chooser.setInitialFileName((safe.isBlank() ? "host" : safe) + "." + suffix);
    Optional.ofNullable(chooser.showSaveDialog(stage))
        .ifPresent(file -> write(answer.written().text(), file.toPath()));
  }

  /// Writes a text.
  void write(String text, Path file) {
    background.start(
        "Writing " + file.getFileName(),
        () -> {
          TextFile.write(file, text.getBytes(StandardCharsets.UTF_8));
          return file;
        },
        written ->
            Notifications.create()
                .owner(stage)
                .text("Saved " + written)
                .hideAfter(Duration.seconds(6))
                .show(),
        this::say);
  }

  private void say(Exception failure) {
    var alert =
        new Alert(
            Alert.AlertType.ERROR,
            Optional.ofNullable(failure.getMessage()).orElse("no more is known"),
            ButtonType.CLOSE);
    alert.initOwner(stage);
    alert.setHeaderText("The host was not saved");
    alert.getDialogPane().setPrefWidth(560);
    alert.show();
  }
}
