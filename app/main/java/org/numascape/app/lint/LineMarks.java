package org.numascape.app.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.numascape.app.widget.SeverityIcon;
import org.numascape.lint.Finding;
import org.numascape.lint.LintReport;

/// Line numbers beside a text, and a mark at each line that something was found in; they scroll
/// with the text.
final class LineMarks extends Pane {

  private static final double WIDTH = 58;

  private final TextArea text;
  private final Consumer<Finding> chosen;
  private final Map<Integer, List<Finding>> found = new TreeMap<>();
  private double lineHeight = 16;
  private double top;
  private int first;
  private List<List<Finding>> marked = List.of();

  /// @param chosen hears which finding's mark was clicked
  LineMarks(TextArea text, Consumer<Finding> chosen) {
    this.text = text;
    this.chosen = chosen;
    setId("lint-marks");
    getStyleClass().add("line-marks");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    text.scrollTopProperty().subscribe(value -> fill());
    text.textProperty().subscribe(value -> fill());
    heightProperty().subscribe(value -> fill());
    text.heightProperty().subscribe(value -> fill());
    text.fontProperty().subscribe(value -> fill());
  }

  /// Marks the lines of a report, or none.
  void show(LintReport report) {
    found.clear();
    for (var finding : report.findings()) {
      found.computeIfAbsent(report.place(finding).line(), line -> new ArrayList<>()).add(finding);
    }
    fill();
  }

  /// Marks nothing.
  void clear() {
    found.clear();
    fill();
  }

  /// Makes the lines in sight; not while lines are laid out, as each needs its style first.
  private void fill() {
    measure();
    int lines = lines();
    int begin = Math.max(1, (int) ((text.getScrollTop() - top) / lineHeight));
    int end = Math.min(lines, begin + (int) (Math.max(getHeight(), 20) / lineHeight) + 2);
    var shown = new ArrayList<List<Finding>>();
    for (int line = begin; line <= end; line++) {
      shown.add(found.getOrDefault(line, List.of()));
    }
    if (begin != first || !shown.equals(marked)) {
      first = begin;
      marked = List.copyOf(shown);
      var rows = new ArrayList<Node>();
      for (int line = begin; line <= end; line++) {
        rows.add(row(line));
      }
      getChildren().setAll(rows);
    }
    requestLayout();
  }

  private int lines() {
    return 1 + (int) text.getText().chars().filter(c -> c == '\n').count();
  }

  @Override
  protected void layoutChildren() {
    measure();
    for (int at = 0; at < getChildren().size(); at++) {
      double y = top + (first + at - 1) * lineHeight - text.getScrollTop();
      getChildren().get(at).resizeRelocate(0, y, WIDTH - 4, lineHeight);
    }
  }

  /// How high a line is, and where the first one begins: as in the text itself, which rounds lines
  /// to whole pixels.
  private void measure() {
    text.lookupAll(".text").stream()
        .filter(node -> node instanceof Text words && words.getText().equals(text.getText()))
        .mapToDouble(node -> node.getLayoutBounds().getHeight() / lines())
        .filter(high -> high > 0)
        .findFirst()
        .ifPresent(high -> lineHeight = high);
    var content = text.lookup(".content");
    top =
        content == null
            ? 0
            : sceneToLocal(content.localToScene(0, 0)).getY()
                + ((javafx.scene.layout.Region) content).getInsets().getTop()
                + text.getScrollTop();
  }

  private HBox row(int line) {
    var number = new Label(Integer.toString(line));
    number.getStyleClass().addAll("mono", "line-number");
    number.setMinWidth(USE_PREF_SIZE);
    var row = new HBox(3);
    row.setAlignment(Pos.CENTER_RIGHT);
    var here = found.getOrDefault(line, List.of());
    if (!here.isEmpty()) {
      row.getChildren().add(mark(here));
    }
    row.getChildren().add(number);
    return row;
  }

  private Node mark(List<Finding> here) {
    var worst = here.stream().min(java.util.Comparator.comparing(Finding::severity)).orElseThrow();
    var icon = SeverityIcon.of(worst.severity());
    Tooltip.install(
        icon,
        new Tooltip(
            String.join(
                "\n", here.stream().map(one -> one.code() + ": " + one.message()).toList())));
    icon.setOnMouseClicked(event -> chosen.accept(worst));
    return icon;
  }
}
