package org.numascape.app.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;

/// A box to choose one of several values, which shows the one there is now. Whoever has it calls
/// [#refresh()] when the design has changed.
public final class Chooser<T> extends ComboBox<Choice<T>> {

  private final Supplier<T> value;

  /// @param label what tooltip and screen reader say
  /// @param value what there is now; one that is none of the choices is shown as none chosen
  /// @param take takes another one over; where it does not, what there is is shown again
  public Chooser(
      String id, String label, List<Choice<T>> choices, Supplier<T> value, Consumer<T> take) {
    this.value = value;
    setId(id);
    setAccessibleText(label);
    setTooltip(new Tooltip(label));
    getItems().setAll(choices);
    setOnAction(event -> {
      var chosen = getSelectionModel().getSelectedItem();
      if (chosen != null && !chosen.value().equals(value.get())) {
        take.accept(chosen.value());
        refresh();
      }
    });
    refresh();
  }

  /// Offers these instead.
  public void offer(List<Choice<T>> choices) {
    if (!getItems().equals(choices)) {
      getItems().setAll(choices);
    }
    refresh();
  }

  /// Shows the value there is now.
  public void refresh() {
    var now = value.get();
    getItems().stream()
        .filter(choice -> choice.value().equals(now))
        .findFirst()
        .ifPresentOrElse(this::setValue, () -> getSelectionModel().clearSelection());
  }
}
