package org.numascape.app.connect;

import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.numascape.app.store.Background;
import org.numascape.design.HostSource;
import org.numascape.document.Opened;

/// Asks for hwloc's description of a host that need not exist; says while it is typed what comes of
/// it, or where it goes wrong.
final class SyntheticDialog extends Dialog<String> {

  private record Example(String words, String description) {}

  private static final List<Example> EXAMPLES =
      List.of(
          new Example(
              "2 sockets, 2 threads a core", "pack:2 [numa(memory=64GiB)] l3:1 core:16 pu:2"),
          new Example(
              "EPYC-like, 4 nodes a socket", "pack:2 [numa(memory=64GiB)] die:4 l3:2 core:8 pu:2"),
          new Example("Only shapes, kinds guessed", "2 4 8 2"),
          new Example("Every CPU numbered apart", "pack:2 core:8 pu:2(indexes=core:pu)"));

  private static final Pattern PLACE = Pattern.compile("Character (\\d+),|At the end: ");

  /// How many characters of a description are shown at each side of a mistake.
  private static final int AROUND = 32;

  private final TextField field = new TextField();
  private final Label told = new Label();
  private final Label place = new Label();
  private final Trial<Opened> trial;
  private final ButtonType open = new ButtonType("Open", ButtonBar.ButtonData.OK_DONE);

  SyntheticDialog(Window owner, Background background) {
    initOwner(owner);
    setTitle("Synthetic host");
    setHeaderText("Make up a host");
    setResizable(true);
    trial = new Trial<>(background, "Reading a description", this::good, this::bad);
    field.setId("synthetic-description");
    field.setPromptText("pack:2 core:8 pu:2");
    field.setAccessibleText("Description of the host");
    field.getStyleClass().add("mono");
    told.setId("synthetic-told");
    told.setWrapText(true);
    told.setMinHeight(40);
    place.setId("synthetic-place");
    place.getStyleClass().addAll("mono", "danger", "synthetic-place");
    // Room for two lines at any time: a dialog does not grow once it is shown.
    place.setMinHeight(34);
    mark("");
    var label = new Label("Description, as for lstopo --input");
    label.setLabelFor(field);
    var box = new VBox(8, label, field, place, told, examples(), grammar());
    box.setPadding(new Insets(12, 13, 4, 13));
    box.setPrefWidth(600);
    getDialogPane().setContent(box);
    getDialogPane().getButtonTypes().addAll(open, ButtonType.CANCEL);
    allow(false);
    field.textProperty().subscribe(this::typed);
    setResultConverter(type -> type == open ? field.getText().strip() : null);
    setOnShown(event -> field.requestFocus());
    setOnHidden(event -> trial.stop());
  }

  private GridPane examples() {
    var grid = new GridPane(12, 2);
    grid.setPadding(new Insets(6, 0, 0, 0));
    for (var example : EXAMPLES) {
      var link = new Hyperlink(example.description());
      link.getStyleClass().add("mono");
      link.setMinWidth(0);
      link.setTooltip(new Tooltip("Take this description"));
      link.setOnAction(event -> {
        field.setText(example.description());
        field.end();
        field.requestFocus();
      });
      var words = new Label(example.words());
      words.getStyleClass().add("muted");
      words.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(grid.getRowCount(), words, link);
    }
    return grid;
  }

  private static Label grammar() {
    var words =
        new Label(
            "From outside to inside, kind:count. Kinds: pack, die, group, numa, l3, l2, l1, core, pu."
                + " [numa] attaches memory; in brackets, memory= and size= tell how much, indexes="
                + " how the kernel numbers.");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().addAll("muted", "small-text");
    return words;
  }

  private void typed(String text) {
    allow(false);
    told.getStyleClass().remove("danger");
    mark("");
    if (text.isBlank()) {
      trial.stop();
      told.setText("");
      return;
    }
    trial.read(Wanted.at(new HostSource.Synthetic(text.strip())).reading());
  }

  private void good(Opened opened) {
    told.setText(HostTold.of(opened.design().host()));
    allow(true);
  }

  private void bad(Exception failure) {
    told.getStyleClass().add("danger");
    // The description stands right above.
    String sentence = Failures.sentence(failure);
    String description = field.getText().strip();
    var at = PLACE.matcher(sentence);
    boolean placed = at.find();
    told.setText(placed ? sentence.substring(at.start()) : sentence);
    String character = placed ? at.group(1) : null;
    mark(
        !placed
            ? ""
            : marked(
                description,
                character == null ? description.length() + 1 : Integer.parseInt(character)));
  }

  /// The description around a character, counted from 1, and a mark below it.
  static String marked(String description, int character) {
    int at = Math.clamp(character - 1L, 0, description.length());
    int from = at > AROUND ? at - AROUND + 1 : 0;
    int to = Math.min(description.length(), from + 2 * AROUND);
    String start = from > 0 ? "…" : "";
    String end = to < description.length() ? "…" : "";
    return start
        + description.substring(from, to)
        + end
        + "\n"
        + " ".repeat(start.length() + at - from)
        + "^";
  }

  private void mark(String lines) {
    place.setText(lines);
    place.setVisible(!lines.isEmpty());
  }

  private void allow(boolean possible) {
    getDialogPane().lookupButton(open).setDisable(!possible);
  }
}
