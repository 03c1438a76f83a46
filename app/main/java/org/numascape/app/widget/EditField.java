package org.numascape.app.widget;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// A value to be changed as text: Enter or leaving it takes it over, Escape puts it back, and what
/// is wrong stands below.
public final class EditField {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final TextField input = new TextField();
  private final Label mistake = new Label();
  private final Supplier<String> value;
  private final Function<String, Optional<String>> take;
  private String shown = "";

  /// A field.
  ///
  /// @param empty what no text means, such as `any CPU`
  /// @param words what tooltip and screen reader say
  /// @param value what there is now
  /// @param take takes a new text over, or says what is wrong with it
  public EditField(
      String id,
      String empty,
      String words,
      Supplier<String> value,
      Function<String, Optional<String>> take) {
    this.value = value;
    this.take = take;
    input.setId(id);
    input.setPromptText(empty);
    input.setTooltip(new Tooltip(words));
    input.setAccessibleText(words);
    input.getStyleClass().add("edit-field");
    input.setPrefColumnCount(9);
    mistake.setId(id + "-mistake");
    mistake.getStyleClass().add("mistake");
    mistake.setWrapText(true);
    mistake.setMinHeight(Region.USE_PREF_SIZE);
    show(false);
    input.setOnAction(event -> takeOver());
    input
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            takeOver();
          }
        });
    input.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && changed()) {
            putBack();
            event.consume();
          }
        });
  }

  /// Where to type.
  public TextField input() {
    return input;
  }

  /// What is wrong; takes no room while nothing is.
  public Label mistake() {
    return mistake;
  }

  /// Follows the value, unless somebody is typing.
  public void refresh() {
    if (!changed()) {
      putBack();
    }
  }

  private boolean changed() {
    return !input.getText().equals(shown);
  }

  private void putBack() {
    if (!value.get().equals(input.getText())) {
      input.setText(value.get());
    }
    shown = value.get();
    say(Optional.empty());
  }

  private void takeOver() {
    if (!changed()) {
      say(Optional.empty());
      return;
    }
    String typed = input.getText().strip();
    Optional<String> wrong;
    try {
      wrong = take.apply(typed);
    } catch (IllegalArgumentException unreadable) {
      wrong = Optional.of(String.valueOf(unreadable.getMessage()));
    }
    if (wrong.isEmpty()) {
      shown = input.getText();
      putBack();
    } else {
      say(wrong);
    }
  }

  private void say(Optional<String> wrong) {
    input.pseudoClassStateChanged(WRONG, wrong.isPresent());
    mistake.setText(wrong.orElse(""));
    show(wrong.isPresent());
  }

  private void show(boolean shown) {
    mistake.setVisible(shown);
    mistake.setManaged(shown);
  }
}
