package org.numascape.app.widget;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.numascape.placement.Completion;

/// The list below a text that offers words to go on with: while letters are typed, and on Down or
/// Ctrl+Space. Up and Down choose, Enter or Tab takes, Escape closes it.
public final class SetSuggestions {

  /// What there is to go on with at a place of a text.
  public interface Source {
    /// The likeliest first; `caret` in characters from 0.
    List<Completion> at(String text, int caret);
  }

  private static final double LINE = 26;
  private static final int SEEN = 9;
  private static final double WIDTH = 330;

  private final TextInputControl input;
  private final Source source;
  private final Popup popup = new Popup();
  private final ListView<Completion> list = new ListView<>();
  private boolean taking;

  /// Suggestions for one text.
  public SetSuggestions(TextInputControl input, Source source) {
    this.input = input;
    this.source = source;
    list.setId(input.getId() + "-suggestions");
    list.getStyleClass().addAll("set-suggestions", "dense");
    list.setFixedCellSize(LINE);
    list.setPrefWidth(WIDTH);
    list.setFocusTraversable(false);
    list.setAccessibleText("Words to go on with");
    list.setCellFactory(view -> new Row());
    list.addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          take();
          event.consume();
        });
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(chosen -> {
          if (chosen != null && popup.isShowing()) {
            // A screen reader stays with the text, so the text says what is chosen.
            input.setAccessibleHelp(chosen.word() + ", " + chosen.about());
          }
        });
    popup.getContent().add(list);
    popup.setAutoHide(true);
    popup.setHideOnEscape(false);
    popup.setAutoFix(true);
  }

  /// Starts to listen.
  public void install() {
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    ObservableValue<Boolean> focused = input.focusedProperty();
    focused.subscribe(has -> {
      if (!has) {
        popup.hide();
      }
    });
    input
        .caretPositionProperty()
        .subscribe((before, now) -> {
          if (!taking && input.isFocused()) {
            offer(popup.isShowing() || letterBefore(now.intValue()));
          }
        });
  }

  private boolean letterBefore(int caret) {
    String text = input.getText();
    return caret > 0 && caret <= text.length() && Character.isLetter(text.charAt(caret - 1));
  }

  private void offer(boolean wanted) {
    var found =
        wanted ? source.at(input.getText(), input.getCaretPosition()) : List.<Completion>of();
    boolean written = found.size() == 1 && found.getFirst().text().equals(input.getText());
    if (found.isEmpty() || written || input.getScene() == null) {
      popup.hide();
      return;
    }
    list.getItems().setAll(found);
    list.setPrefHeight(LINE * Math.min(SEEN, found.size()) + 4);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    if (!popup.isShowing()) {
      list.getStylesheets().setAll(input.getScene().getStylesheets());
      Bounds at = input.localToScreen(input.getBoundsInLocal());
      popup.show(input, at.getMinX(), at.getMaxY() + 2);
    }
  }

  private void pressed(KeyEvent event) {
    var code = event.getCode();
    boolean asks =
        (code == KeyCode.SPACE && event.isControlDown())
            || (code == KeyCode.DOWN && !popup.isShowing() && !multiline());
    boolean used = true;
    if (asks) {
      offer(true);
    } else if (!popup.isShowing()) {
      return;
    } else {
      switch (code) {
        case DOWN -> choose(1);
        case UP -> choose(-1);
        case ENTER, TAB -> take();
        case ESCAPE -> popup.hide();
        default -> used = false;
      }
    }
    if (used) {
      event.consume();
    }
  }

  private boolean multiline() {
    return input instanceof javafx.scene.control.TextArea;
  }

  private void choose(int step) {
    int count = list.getItems().size();
    int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, count);
    list.getSelectionModel().select(next);
    list.scrollTo(Math.max(0, next - SEEN / 2));
  }

  private void take() {
    @Nullable Completion chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      taking = true;
      input.setText(chosen.text());
      input.positionCaret(chosen.caret());
      taking = false;
    }
    popup.hide();
  }

  /// A word, and at its right what it stands for.
  private static final class Row extends ListCell<Completion> {

    private final Label word = new Label();
    private final Label about = new Label();
    private final HBox line = new HBox(10, word, about);

    Row() {
      word.setMinWidth(Region.USE_PREF_SIZE);
      about.getStyleClass().addAll("muted", "small-text");
      about.setTextOverrun(OverrunStyle.ELLIPSIS);
      about.setMaxWidth(Double.MAX_VALUE);
      about.setStyle("-fx-alignment: center-right;");
      HBox.setHgrow(about, Priority.ALWAYS);
      line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      setPrefWidth(1);
    }

    @Override
    protected void updateItem(@Nullable Completion item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : line);
      setTooltip(null);
      if (!empty && item != null) {
        word.setText(item.word());
        about.setText(item.about());
        setAccessibleText(item.word() + ", " + item.about());
        setTooltip(new Tooltip(item.about()));
      }
    }
  }
}
