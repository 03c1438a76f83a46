package org.numascape.app.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.settings.Choice;
import org.numascape.app.settings.Chooser;
import org.numascape.app.settings.GuestForm;

/// A line of controls for each of several things of the design. It is built anew only when their
/// number changes, so that whoever types in one keeps the cursor.
final class RowTable extends GridPane {

  /// Makes the controls of a row; they read the thing at that index whenever they are refreshed.
  interface Row {
    /// Its controls from left to right.
    List<Node> of(int index);
  }

  private final String name;
  private final List<String> heads;
  private final IntSupplier count;
  private final IntConsumer remove;
  private final GuestForm form;
  private final List<Runnable> lines = new ArrayList<>();
  private Row row = index -> List.of();
  private int built = -1;

  /// @param name begins the ids of its controls
  RowTable(GuestForm form, String name, List<String> heads, IntSupplier count, IntConsumer remove) {
    this.form = form;
    this.name = name;
    this.heads = List.copyOf(heads);
    this.count = count;
    this.remove = remove;
    setId(name + "s");
    getStyleClass().add("row-table");
  }

  /// Follows the design from now on.
  void follow(Row made) {
    row = made;
    form.follow(this::refresh);
  }

  private void refresh() {
    int now = count.getAsInt();
    if (now != built) {
      build(now);
    }
    lines.forEach(Runnable::run);
  }

  private void build(int rows) {
    built = rows;
    lines.clear();
    getChildren().clear();
    setVisible(rows > 0);
    setManaged(rows > 0);
    for (int column = 0; column < heads.size(); column++) {
      var head = new Label(heads.get(column));
      head.getStyleClass().addAll("muted", "small-text");
      add(head, column, 0);
    }
    for (int index = 0; index < rows; index++) {
      int column = 0;
      for (var control : row.of(index)) {
        add(control, column++, index + 1);
      }
      add(removal(index), column, index + 1);
    }
  }

  private Node removal(int index) {
    var button = new Button("", new FontIcon(Material2AL.CLOSE));
    button.setId(name + "-" + index + "-remove");
    button.getStyleClass().addAll("small", "flat", "button-icon");
    button.setTooltip(new Tooltip("Remove this line"));
    button.setAccessibleText("Remove this line");
    button.setOnAction(event -> remove.accept(index));
    return button;
  }

  /// A text field of a row; what is wrong stands below it.
  Node text(int index, String what, String label, Supplier<String> value, Consumer<String> take) {
    var field = form.text(name + "-" + index + "-" + what, label, "", value, take);
    field.input().setPrefColumnCount(8);
    lines.add(field::refresh);
    return new VBox(2, field.input(), field.mistake());
  }

  /// A choice of a row.
  ///
  /// @param take takes a value over; where it does not, the old one is shown again
  <T> Node choice(
      int index,
      String what,
      String label,
      Supplier<List<Choice<T>>> choices,
      Supplier<T> value,
      Consumer<T> take) {
    var box = new Chooser<>(name + "-" + index + "-" + what, label, choices.get(), value, take);
    lines.add(() -> box.offer(choices.get()));
    return box;
  }
}
