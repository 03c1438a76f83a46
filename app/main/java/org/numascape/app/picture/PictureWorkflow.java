package org.numascape.app.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.numascape.app.store.Background;
import org.numascape.document.Folders;
import org.numascape.format.picture.Picture;
import org.numascape.format.picture.PictureFormat;

/// Brings the picture out of the window: into a file, onto the clipboard, onto paper.
public final class PictureWorkflow {

  private final Stage stage;
  private final Background background;
  private final Remembered remembered;
  private final PaperWorkflow paper;

  /// Pictures of what a window shows; how the last one was wanted is kept in the config folder.
  public PictureWorkflow(Stage stage, Background background, Folders folders) {
    this.stage = stage;
    this.background = background;
    remembered = new Remembered(folders, background);
    paper = new PaperWorkflow(stage, background);
  }

  /// Asks how a picture is wanted and where to, and writes it.
  public void export(Supplier<Seen> window) {
    var seen = window.get();
    PictureDialog.forFile(stage, background, seen, remembered.choices())
        .showAndWait()
        .ifPresent(choices -> {
          remembered.keep(choices);
          save(choices, seen);
        });
  }

  private void save(Choices choices, Seen seen) {
    var suffix = choices.format().suffix();
    var chooser = new FileChooser();
    chooser.setTitle("Save picture");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(choices.format() + " picture", "*." + suffix));
    chooser.setInitialFileName(fileName(seen.design().name()) + "." + suffix);
    Optional.ofNullable(chooser.showSaveDialog(stage))
        .map(file -> withSuffix(file.toPath(), suffix))
        .ifPresent(file -> write(choices, seen, file));
  }

  private static Path withSuffix(Path file, String suffix) {
    return PictureFormat.ofFileName(file.toString()).isPresent()
        ? file
        : Path.of(file + "." + suffix);
  }

  private static String fileName(String design) {
    String safe = design.replaceAll("[^\\p{L}\\p{N}._-]", "-");
    return safe.isBlank() ? "host" : safe;
  }

  /// Writes a picture.
  void write(Choices choices, Seen seen, Path file) {
    background.start(
        "Writing " + file.getFileName(),
        () -> write(choices.format(), choices.picture(seen), file),
        written ->
            Notifications.create()
                .owner(stage)
                .text("Saved " + file)
                .hideAfter(Duration.seconds(6))
                .show(),
        failure -> say(stage, "The picture was not saved", failure));
  }

  private static Path write(PictureFormat format, Picture picture, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      format.writer().write(picture, out);
    }
    return file;
  }

  /// Puts what is seen of a node, or a part of it, on the clipboard.
  ///
  /// @param part in the node's coordinates
  public void copy(Node node, Optional<Bounds> part) {
    var how = new SnapshotParameters();
    var whole =
        new BoundingBox(
            0, 0, node.getLayoutBounds().getWidth(), node.getLayoutBounds().getHeight());
    var area = part.map(wanted -> within(whole, wanted)).orElse(within(whole, whole));
    how.setViewport(area);
    var content = new ClipboardContent();
    content.putImage(node.snapshot(how, null));
    Clipboard.getSystemClipboard().setContent(content);
    Notifications.create()
        .owner(stage)
        .text(
            part.isPresent()
                ? "The selection is on the clipboard."
                : "The picture is on the clipboard.")
        .hideAfter(Duration.seconds(4))
        .show();
  }

  private static Rectangle2D within(Bounds whole, Bounds part) {
    double left = Math.clamp(part.getMinX(), 0, whole.getMaxX() - 1);
    double top = Math.clamp(part.getMinY(), 0, whole.getMaxY() - 1);
    return new Rectangle2D(
        left,
        top,
        Math.clamp(part.getMaxX() - left, 1, whole.getMaxX() - left),
        Math.clamp(part.getMaxY() - top, 1, whole.getMaxY() - top));
  }

  /// Prints what is seen, or offers a PDF where there is no printer.
  public void print(Supplier<Seen> window) {
    var seen = window.get();
    if (PaperWorkflow.possible()) {
      PictureDialog.forPaper(stage, background, seen, remembered.choices())
          .showAndWait()
          .ifPresent(choices -> paper.print(choices, seen));
    } else if (paper.pdfInstead()) {
      save(remembered.choices().as(PictureFormat.PDF), seen);
    }
  }

  /// Says what went wrong, in the sentence the failure brings along.
  static void say(Window owner, String title, Exception failure) {
    var alert =
        new Alert(
            Alert.AlertType.ERROR,
            Optional.ofNullable(failure.getMessage()).orElse("no more is known"),
            ButtonType.CLOSE);
    alert.initOwner(owner);
    alert.setHeaderText(title);
    alert.getDialogPane().setPrefWidth(560);
    alert.show();
  }
}
