package org.numascape.app.widget;

import javafx.application.Platform;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextField;

/// Where typing goes as soon as a dialog is shown.
public final class FirstField {

  private FirstField() {}

  /// Gives a field the focus with its text selected: after JavaFX has given it to the button that
  /// Enter presses.
  public static void of(Dialog<?> dialog, TextField field) {
    dialog.setOnShown(event ->
        Platform.runLater(() -> {
          field.requestFocus();
          field.selectAll();
        }));
  }
}
