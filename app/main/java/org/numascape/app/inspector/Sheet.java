package org.numascape.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.analysis.Analysis;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.CpuSetField;
import org.numascape.app.widget.EditField;

/// Properties of one thing, a line each. Lines are built once and follow the store, so that whoever
/// is typing in one keeps the cursor.
final class Sheet extends VBox {

  private final DesignStore store;
  private final List<Runnable> lines = new ArrayList<>();

  Sheet(DesignStore store) {
    this.store = store;
    getStyleClass().add("sheet");
    // Else lines that cannot shrink make the sheet wider than what its scroll bar leaves of it.
    setMinWidth(0);
  }

  DesignStore store() {
    return store;
  }

  /// The facts to show: of the preview while there is one.
  Analysis facts() {
    return store.shown().get();
  }

  /// Brings every line up to date.
  void refresh() {
    lines.forEach(Runnable::run);
  }

  /// Runs now and whenever the store shows something else.
  void follow(Runnable line) {
    lines.add(line);
    line.run();
  }

  /// The name of the thing, and a word at the right.
  void title(Supplier<String> name, Supplier<String> word) {
    var title = new Label();
    title.getStyleClass().add("sheet-title");
    title.setId("inspector-title");
    title.setTooltip(new Tooltip());
    title.setMinWidth(60);
    var right = new Label();
    right.getStyleClass().add("sheet-state");
    right.setId("inspector-state");
    right.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().add(line(title, right));
    follow(() -> {
      title.setText(name.get());
      title.getTooltip().setText(name.get());
      right.setText(word.get());
    });
  }

  /// A key and what it is.
  void row(String key, Supplier<String> value) {
    var right = new Label();
    right.setMinWidth(40);
    right.getStyleClass().add("value");
    right.setTooltip(new Tooltip());
    follow(() -> {
      right.setText(value.get());
      right.getTooltip().setText(value.get());
      right.setAccessibleText(key + " " + value.get());
    });
    row(key, right);
  }

  /// A key and a figure that is never shortened; the key is, where room is short.
  void figure(String key, String figure) {
    var right = new Label(figure);
    right.setMinWidth(Region.USE_PREF_SIZE);
    right.getStyleClass().add("value");
    right.setAccessibleText(key + " " + figure);
    var left = new Label(key);
    left.getStyleClass().add("key");
    left.setTooltip(new Tooltip(key));
    left.setLabelFor(right);
    getChildren().add(line(left, right));
  }

  /// A key and a list of words, parted by dots, that stand in as many lines as they need.
  void wrapped(String key, String words) {
    char unbroken = '\u00a0';
    var right = new Label(words.replace(' ', unbroken).replace(unbroken + "·" + unbroken, " · "));
    right.setWrapText(true);
    right.setMinHeight(Region.USE_PREF_SIZE);
    right.getStyleClass().add("value");
    right.setAccessibleText(key + " " + words);
    row(key, right);
  }

  /// A key and a control.
  void row(String key, Node control) {
    var left = new Label(key);
    left.getStyleClass().add("key");
    left.setMinWidth(Region.USE_PREF_SIZE);
    left.setLabelFor(control);
    getChildren().add(line(left, control));
  }

  /// A key, a field to change it in, and room for what is wrong below.
  void row(String key, EditField field) {
    row(key, field.input());
    getChildren().add(field.mistake());
    follow(field::refresh);
  }

  /// A key, a field for a set, and room for what is to say of it below.
  void row(String key, CpuSetField field) {
    row(key, (Node) field.input());
    getChildren().add(field.notes());
    follow(field::refresh);
  }

  /// A line that begins a group; `end` stands at its right.
  void section(String title, Optional<Node> end) {
    var head = new Label(title);
    head.getStyleClass().add("section-title");
    getChildren().add(new Separator());
    getChildren().add(end.map(node -> line(head, node)).orElseGet(() -> line(head, new Region())));
  }

  /// Words over the whole width.
  Label words(Supplier<String> text) {
    var words = new Label();
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().addAll("muted", "small-text");
    getChildren().add(words);
    follow(() -> {
      words.setText(text.get());
      show(words, !text.get().isEmpty());
    });
    return words;
  }

  /// Adds something that follows the store by itself or through [#follow].
  void add(Node node) {
    getChildren().add(node);
  }

  /// Shows a node, or takes it out of the layout too.
  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static HBox line(Node left, Node right) {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.SOMETIMES);
    var line = new HBox(8, left, gap, right);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
