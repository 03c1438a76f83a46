package org.numascape.app.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.widget.CopyButton;
import org.numascape.comparison.Difference;
import org.numascape.comparison.Weight;

/// What differs, the most telling first, with words and a weight to narrow it. Whoever goes from
/// one to the next, by click or arrow key, is shown where it is.
final class Differences extends VBox {

  /// From which weight on differences are listed.
  private enum Least {
    ALL("All", Weight.MINOR),
    SPEED("Matters to speed", Weight.NOTABLE),
    PLACEMENT("Matters to placement", Weight.DECISIVE);

    private final String words;
    private final Weight weight;

    Least(String words, Weight weight) {
      this.words = words;
      this.weight = weight;
    }

    boolean takes(Difference difference) {
      return difference.weight().compareTo(weight) <= 0;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private final Label verdict = new Label();
  private final TextField search = new TextField();
  private final ChoiceBox<Least> least = new ChoiceBox<>();
  private final ListView<Difference> list = new ListView<>();
  private final Label none = new Label();
  private final Consumer<List<Difference>> listed;
  private List<Difference> all = List.of();

  /// A list.
  ///
  /// @param look shows where a difference is
  /// @param listed hears which differences are listed, whenever others are
  Differences(Consumer<Difference> look, Consumer<List<Difference>> listed) {
    this.listed = listed;
    setMinHeight(110);
    verdict.setId("compare-verdict");
    verdict.getStyleClass().add("panel-title");
    verdict.setMinWidth(0);
    none.getStyleClass().add("muted");
    list.setId("differences");
    list.setCellFactory(view -> new DifferenceCell());
    list.setFixedCellSize(32);
    list.setAccessibleText("What differs, the most telling first");
    list.setPlaceholder(none);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(difference -> {
          if (difference != null) {
            look.accept(difference);
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head(), list);
  }

  private HBox head() {
    least.setId("compare-least");
    least.getItems().addAll(Least.values());
    least.setValue(Least.ALL);
    least.setAccessibleText("Which differences are listed");
    least.setMinWidth(Region.USE_PREF_SIZE);
    least.getSelectionModel().selectedItemProperty().subscribe(one -> narrow());
    search.setId("compare-search");
    search.setPromptText("Filter: node 1, cache… Ctrl+F");
    search.setAccessibleText("Filter the differences");
    search.setPrefWidth(220);
    search.setMinWidth(90);
    search.textProperty().subscribe(typed -> narrow());
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            next();
            event.consume();
          }
        });
    var next = new Button("", new FontIcon(Material2MZ.SKIP_NEXT));
    next.setId("compare-next");
    next.setTooltip(new Tooltip("Next difference (F8)"));
    next.setAccessibleText("Next difference");
    next.setMinWidth(Region.USE_PREF_SIZE);
    next.setOnAction(event -> next());
    var copy = new CopyButton("Copy", "the listed differences as text", this::text);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(10, verdict, gap, search, least, next, copy);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-head");
    return head;
  }

  /// Lists other differences.
  void show(List<Difference> differences) {
    all = differences.stream().sorted(Comparator.comparing(Difference::weight)).toList();
    verdict.setText(words());
    narrow();
  }

  /// Takes the focus to the list, for arrow keys.
  void begin() {
    list.requestFocus();
  }

  /// Says why there is no list.
  void say(String sentence) {
    all = List.of();
    narrow();
    verdict.setText(sentence);
  }

  /// Takes the focus to the words that narrow the list.
  void search() {
    search.requestFocus();
    search.selectAll();
  }

  /// Goes to the difference after the selected one, to the first after the last.
  void next() {
    step(list.getSelectionModel().getSelectedIndex() + 1);
  }

  /// Goes to the difference before the selected one, to the last before the first.
  void previous() {
    step(Math.max(0, list.getSelectionModel().getSelectedIndex()) - 1);
  }

  private void step(int to) {
    int count = list.getItems().size();
    if (count > 0) {
      int next = Math.floorMod(to, count);
      list.getSelectionModel().clearAndSelect(next);
      list.scrollTo(Math.max(0, next - 1));
    }
  }

  /// Every word has to be there, in any order.
  private void narrow() {
    var words = List.of(search.getText().strip().toLowerCase(Locale.ROOT).split("\\s+"));
    list.getSelectionModel().clearSelection();
    list.getItems()
        .setAll(
            all.stream()
                .filter(least.getValue()::takes)
                .filter(one -> words.stream().allMatch(line(one)::contains))
                .toList());
    listed.accept(List.copyOf(list.getItems()));
    none.setText(all.isEmpty() ? "" : "No difference is like that.");
  }

  private static String line(Difference one) {
    return (one.topic().title() + " " + one.sentence()).toLowerCase(Locale.ROOT);
  }

  private String text() {
    return list.getItems().stream()
        .map(one -> one.topic().title() + ": " + one.sentence())
        .collect(Collectors.joining("\n"));
  }

  private String words() {
    if (all.isEmpty()) {
      return "The hosts are equal.";
    }
    long decisive = all.stream().filter(one -> one.weight() == Weight.DECISIVE).count();
    String count = all.size() == 1 ? "1 difference" : all.size() + " differences";
    return decisive == 0
        ? count
        : count
            + ", "
            + decisive
            + (decisive == 1 ? " matters" : " matter")
            + " to where guests are placed";
  }
}
