package org.numascape.app.widget;

import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.numascape.apply.XmlDiff;

/// A difference of two XML texts, line by line, with line numbers and signs; colour only repeats
/// the sign.
///
/// Lines can be selected and copied with the platform's copy key.
public final class DiffView extends ListView<DiffRow> {

  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

  private final BooleanProperty whole = new SimpleBooleanProperty(false);
  private XmlDiff diff = XmlDiff.of("", "");

  /// A view of nothing yet.
  public DiffView() {
    getStyleClass().add("diff-view");
    setCellFactory(list -> new DiffCell());
    setPlaceholder(new Label("The definition stays as it is."));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setAccessibleText("Changes of the domain XML, line by line");
    whole.subscribe(this::fill);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            CopyButton.copy(selectedText());
            event.consume();
          }
        });
  }

  /// Shows a difference.
  public void show(XmlDiff difference) {
    diff = difference;
    fill();
    scrollTo(0);
  }

  /// Whether every line is shown, not only what changes.
  public BooleanProperty whole() {
    return whole;
  }

  private void fill() {
    getItems().setAll(whole.get() ? DiffRow.whole(diff) : DiffRow.changes(diff));
  }

  private String selectedText() {
    return getSelectionModel().getSelectedIndices().stream()
        .sorted()
        .map(index -> getItems().get(index))
        .filter(DiffRow.Text.class::isInstance)
        .map(row -> ((DiffRow.Text) row).line().text())
        .collect(Collectors.joining("\n"));
  }
}
