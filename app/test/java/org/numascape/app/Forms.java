package org.numascape.app;

import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import org.testfx.api.FxRobot;

/// Forms as a test fills and reads them, each control by its id with `#` before it.
public interface Forms {

  /// Types a text in place of what is there, and presses Enter.
  static void type(FxRobot robot, String field, String text) {
    var input = robot.lookup(field).queryAs(TextField.class);
    robot.interact(() -> {
      input.setText(text);
      input.fireEvent(new ActionEvent());
    });
  }

  /// What stands in a field.
  static String text(FxRobot robot, String field) {
    return robot.lookup(field).queryAs(TextField.class).getText();
  }

  /// Chooses what is called so.
  static void choose(FxRobot robot, String box, String words) {
    ComboBox<?> choices = robot.lookup(box).queryAs(ComboBox.class);
    int at = choices.getItems().stream().map(Object::toString).toList().indexOf(words);
    if (at < 0) {
      throw new AssertionError(box + " offers " + choices.getItems() + ", not " + words);
    }
    robot.interact(() -> choices.getSelectionModel().select(at));
  }

  /// What is chosen.
  static String chosen(FxRobot robot, String box) {
    return String.valueOf(robot.lookup(box).queryAs(ComboBox.class).getValue());
  }

  /// Presses a button, or ticks a box.
  static void press(FxRobot robot, String button) {
    robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
  }

  /// The words of a label or button.
  static String words(FxRobot robot, String label) {
    return robot.lookup(label).queryAs(Labeled.class).getText();
  }

  /// The words of the labels in a box, one below the other.
  static java.util.List<String> lines(FxRobot robot, String box) {
    return robot.lookup(box).queryAs(Pane.class).getChildren().stream()
        .map(line -> ((Labeled) line).getText())
        .toList();
  }
}
