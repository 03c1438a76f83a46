package org.numascape.app.picture;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.numascape.app.store.Background;
import org.numascape.format.picture.Picture;
import org.numascape.format.picture.PictureFormat;

/// Asks how a picture is wanted, and shows what would come of it.
final class PictureDialog extends Dialog<Choices> {

  private static final double WIDTH = 560;
  private static final double HEIGHT = 400;

  private final Background background;
  private final Seen seen;
  private final boolean paper;
  private final ChoiceBox<PictureFormat> format = new ChoiceBox<>();
  private final ChoiceBox<Look> look = new ChoiceBox<>();
  private final ChoiceBox<Double> scale = new ChoiceBox<>();
  private final ChoiceBox<Part> part = new ChoiceBox<>();
  private final CheckBox guests = new CheckBox("Virtual machines");
  private final CheckBox names = new CheckBox("Names of host and machines");
  private final CheckBox legend = new CheckBox("Legend");
  private final CheckBox canvas = new CheckBox("Background");
  private final ImageView preview = new ImageView();
  private final Label size = new Label();
  private final PauseTransition pause = new PauseTransition(Duration.millis(120));
  private Runnable stop = () -> {};

  private PictureDialog(
      Window owner, Background background, Seen seen, Choices last, boolean paper) {
    this.background = background;
    this.seen = seen;
    this.paper = paper;
    initOwner(owner);
    setTitle(paper ? "Print" : "Export picture");
    setHeaderText(paper ? "Print" : "Export picture");
    setResizable(true);
    getDialogPane().setId("picture-dialog");
    getDialogPane().getStyleClass().addAll("wide", "picture-dialog");
    fill(last);
    var frame = new StackPane(preview);
    frame.setMinSize(WIDTH, HEIGHT);
    frame.setMaxSize(WIDTH, HEIGHT);
    frame.getStyleClass().add("picture-preview");
    preview.setPreserveRatio(true);
    preview.setId("picture-preview");
    size.setId("picture-size");
    size.getStyleClass().addAll("muted", "small-text");
    var shown = new VBox(6, frame, size);
    shown.setAlignment(Pos.CENTER_LEFT);
    var content = new HBox(22, questions(), shown);
    getDialogPane().setContent(content);
    var done = new ButtonType(paper ? "Print…" : "Save…", ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(done, ButtonType.CANCEL);
    setResultConverter(type -> type == done ? choices() : null);
    pause.setOnFinished(event -> draw());
    for (var choice : List.of(format, look, scale, part)) {
      choice.getSelectionModel().selectedItemProperty().subscribe(value -> changed());
    }
    for (var choice : List.of(guests, names, legend, canvas)) {
      choice.selectedProperty().subscribe(value -> changed());
    }
    setOnHidden(event -> {
      pause.stop();
      stop.run();
    });
  }

  /// Asks for a picture in a file.
  static PictureDialog forFile(Window owner, Background background, Seen seen, Choices last) {
    return new PictureDialog(owner, background, seen, last, false);
  }

  /// Asks for a picture on paper.
  static PictureDialog forPaper(Window owner, Background background, Seen seen, Choices last) {
    return new PictureDialog(owner, background, seen, last, true);
  }

  private void fill(Choices last) {
    format.setId("picture-format");
    format.getItems().addAll(PictureFormat.PNG, PictureFormat.SVG, PictureFormat.PDF);
    format.setValue(last.format());
    format.setConverter(words(PictureDialog::words));
    look.setId("picture-look");
    look.getItems().addAll(Look.values());
    look.setValue(last.look());
    scale.setId("picture-scale");
    scale.getItems().addAll(1.0, 1.5, 2.0, 3.0, 4.0);
    scale.setValue(scale.getItems().contains(last.scale()) ? last.scale() : 2.0);
    scale.setConverter(words(value -> String.format(Locale.ROOT, "%.0f %%", value * 100)));
    scale
        .disableProperty()
        .bind(format.valueProperty().map(PictureFormat.PNG::equals).map(png -> !png));
    part.setId("picture-part");
    part.getItems().addAll(Part.WHOLE, Part.VISIBLE);
    if (seen.selection().isPresent()) {
      part.getItems().add(Part.SELECTION);
    }
    part.setValue(last.part());
    guests.setSelected(last.guests());
    guests.setDisable(seen.design().guests().isEmpty());
    names.setId("picture-names");
    names.setSelected(last.names());
    names.setTooltip(new Tooltip("Without them: host, vm1, vm2, …"));
    legend.setId("picture-legend");
    legend.setSelected(last.legend());
    legend.setTooltip(new Tooltip("What colours, patterns and signs mean, below the host"));
    canvas.setSelected(last.background());
    canvas.setTooltip(new Tooltip("Without it, what the picture is laid on shows through"));
  }

  private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("nobody types here");
      }
    };
  }

  private static String words(PictureFormat format) {
    return switch (format) {
      case SVG -> "SVG (vectors)";
      case PNG -> "PNG (pixels)";
      case PDF -> "PDF (paper)";
    };
  }

  private Node questions() {
    var grid = new GridPane(12, 10);
    var keys = new ColumnConstraints();
    keys.setHalignment(HPos.LEFT);
    keys.setMinWidth(Region.USE_PREF_SIZE);
    grid.getColumnConstraints().add(keys);
    if (!paper) {
      ask(grid, "Format", format);
    }
    ask(grid, "Colours", look);
    if (!paper) {
      ask(grid, "Size", scale);
    }
    ask(grid, "Part", part);
    grid.add(new Label("Show"), 0, grid.getRowCount());
    grid.add(guests, 1, grid.getRowCount() - 1);
    grid.add(names, 1, grid.getRowCount());
    grid.add(legend, 1, grid.getRowCount());
    if (!paper) {
      grid.add(canvas, 1, grid.getRowCount());
    }
    grid.setMinWidth(Region.USE_PREF_SIZE);
    return grid;
  }

  private static void ask(GridPane grid, String words, ChoiceBox<?> choice) {
    var label = new Label(words);
    label.setLabelFor(choice);
    choice.setAccessibleText(words);
    choice.setPrefWidth(170);
    grid.addRow(grid.getRowCount(), label, choice);
  }

  private Choices choices() {
    return new Choices(
        format.getValue(),
        look.getValue(),
        scale.getValue(),
        part.getValue(),
        guests.isSelected(),
        names.isSelected(),
        legend.isSelected(),
        paper || canvas.isSelected());
  }

  private void changed() {
    pause.playFromStart();
  }

  /// What a picture looks like, and how large it would be.
  private record Shown(Image image, int width, int height) {}

  private void draw() {
    stop.run();
    var wanted = choices();
    var running =
        background.start(
            "Drawing the picture",
            () -> shown(wanted.picture(seen)),
            this::show,
            failure -> size.setText("This picture cannot be drawn: " + failure.getMessage()));
    stop = running.cancel();
  }

  private static Shown shown(Picture picture) throws java.io.IOException {
    double fits = Math.min(WIDTH / picture.drawing().width(), HEIGHT / picture.drawing().height());
    // Twice as dense as the preview, for screens of high density and smooth words.
    var small = picture.scaled(Math.min(Picture.LARGEST_SCALE, 2 * fits));
    var image = new Image(new ByteArrayInputStream(PictureFormat.PNG.bytes(small)));
    return new Shown(image, picture.width(), picture.height());
  }

  private void show(Shown shown) {
    preview.setImage(shown.image());
    double fits =
        Math.min(
            1.0, Math.min(WIDTH / shown.image().getWidth(), HEIGHT / shown.image().getHeight()));
    preview.setFitWidth(shown.image().getWidth() * fits);
    preview.setFitHeight(shown.image().getHeight() * fits);
    size.setText(
        paper
            ? "Fills the page, turned to suit it."
            : String.format(Locale.ROOT, "%,d × %,d pixels", shown.width(), shown.height()));
  }
}
