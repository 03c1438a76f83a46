package org.numascape.app.connect;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Design;
import org.numascape.document.DesignFile;
import org.numascape.document.DesignFiles;
import org.numascape.document.Saved;
import org.numascape.document.Stamp;

/// Saves the design: asks where when it has no file, and asks again when somebody else changed the
/// file.
final class SaveWorkflow {

  private final Stage stage;
  private final DesignStore store;
  private final Background background;
  private final Recents recents;
  private Stamp stamp = Stamp.ABSENT;

  SaveWorkflow(Stage stage, DesignStore store, Background background, Recents recents) {
    this.stage = stage;
    this.store = store;
    this.background = background;
    this.recents = recents;
  }

  /// What the design's file held when it was last read or saved.
  Stamp stamp() {
    return stamp;
  }

  /// Another design is open now, from a file that holds this.
  void opened(Stamp read) {
    stamp = read;
  }

  /// Saves to the design's file, or asks for one; then runs `after` if it is saved.
  void save(Runnable after) {
    store.file().get().ifPresentOrElse(file -> write(file, stamp, after), () -> saveAs(after));
  }

  /// Asks for a file and saves there.
  void saveAs(Runnable after) {
    var chooser = new FileChooser();
    chooser.setTitle("Save design");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("Numascape design", "*" + DesignFile.EXTENSION));
    store
        .file()
        .get()
        .map(Path::toFile)
        .ifPresentOrElse(
            file -> {
              chooser.setInitialDirectory(file.getParentFile());
              chooser.setInitialFileName(file.getName());
            },
            () -> chooser.setInitialFileName(fileName(store.design().name())));
    Optional.ofNullable(chooser.showSaveDialog(stage))
        .map(SaveWorkflow::withExtension)
        .ifPresent(file -> replace(file, after));
  }

  private static Path withExtension(File chosen) {
    String path = chosen.getPath();
    return Path.of(path.endsWith(".json") ? path : path + DesignFile.EXTENSION);
  }

  /// A file name that every system takes.
  static String fileName(String design) {
    String safe = design.replaceAll("[^\\p{L}\\p{N}._ -]", "-").strip();
    return (safe.isEmpty() ? "design" : safe) + DesignFile.EXTENSION;
  }

  private void write(Path file, Stamp known, Runnable after) {
    Design design = store.design();
    background.start(
        "Saving " + file.getFileName(),
        () -> DesignFiles.save(file, design, known),
        saved -> {
          switch (saved) {
            case Saved.Done(var now) -> saved(file, design, now, after);
            case Saved.ChangedByOthers(var now) -> ask(file, now, after);
          }
        },
        failure -> Failures.show(stage, "The design was not saved", failure));
  }

  private void ask(Path file, Stamp now, Runnable after) {
    var overwrite = new ButtonType("Overwrite", ButtonBar.ButtonData.LEFT);
    var elsewhere = new ButtonType("Save as…", ButtonBar.ButtonData.YES);
    var alert =
        new Alert(
            Alert.AlertType.WARNING,
            file
                + " was changed by somebody else since it was opened. Overwriting loses what they did.",
            overwrite,
            elsewhere,
            ButtonType.CANCEL);
    alert.initOwner(stage);
    alert.setHeaderText("The file has changed");
    var answer = alert.showAndWait();
    if (answer.filter(overwrite::equals).isPresent()) {
      write(file, now, after);
    } else if (answer.filter(elsewhere::equals).isPresent()) {
      saveAs(after);
    }
  }

  /// The file chooser has asked already whether to replace what is there.
  private void replace(Path file, Runnable after) {
    Design design = store.design();
    background.start(
        "Saving " + file.getFileName(),
        () -> DesignFiles.overwrite(file, design),
        now -> saved(file, design, now, after),
        failure -> Failures.show(stage, "The design was not saved", failure));
  }

  private void saved(Path file, Design design, Stamp now, Runnable after) {
    stamp = now;
    store.savedAs(design, file);
    recents.addDesign(file);
    after.run();
  }
}
