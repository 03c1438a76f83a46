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
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.check.Severity;
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
    text.scrollTopProperty().subscribe(value -> requestLayout());
    text.textProperty().subscribe(value -> requestLayout());
    text.heightProperty().subscribe(value -> requestLayout());
    text.fontProperty().subscribe(value -> requestLayout());
  }

  /// Marks the lines of a report, or none.
  void show(LintReport report) {
    found.clear();
    for (var finding : report.findings()) {
      found.computeIfAbsent(report.place(finding).line(), line -> new ArrayList<>()).add(finding);
    }
    requestLayout();
  }

  /// Marks nothing.
  void clear() {
    found.clear();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    measure();
    getChildren().clear();
    int lines = 1 + (int) text.getText().chars().filter(c -> c == '\n').count();
    double scrolled = text.getScrollTop();
    int first = Math.max(1, (int) ((scrolled - top) / lineHeight));
    int last = Math.min(lines, first + (int) (getHeight() / lineHeight) + 2);
    for (int line = first; line <= last; line++) {
      var row = row(line);
      getChildren().add(row);
      row.resizeRelocate(0, top + (line - 1) * lineHeight - scrolled, WIDTH - 4, lineHeight);
    }
  }

  /// How high a line is, and where the first one begins: as in the text itself.
  private void measure() {
    var one = new Text("X");
    one.setFont(text.getFont());
    var two = new Text("X\nX");
    two.setFont(text.getFont());
    lineHeight = two.getLayoutBounds().getHeight() - one.getLayoutBounds().getHeight();
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
    var icon = icon(worst.severity());
    Tooltip.install(
        icon,
        new Tooltip(
            String.join(
                "\n", here.stream().map(one -> one.code() + ": " + one.message()).toList())));
    icon.setOnMouseClicked(event -> chosen.accept(worst));
    return icon;
  }

  /// How bad a finding is, as a shape; colour only repeats it.
  static Node icon(Severity severity) {
    var icon =
        new FontIcon(
            switch (severity) {
              case ERROR -> Material2AL.ERROR;
              case WARNING -> Material2MZ.WARNING;
              case INFO -> Material2AL.INFO;
            });
    icon.getStyleClass().addAll("severity", "severity-" + word(severity));
    return icon;
  }

  /// `error`, `warning`, `advice`
  static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "advice";
    };
  }
}
