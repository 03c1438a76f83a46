package org.numascape.app.widget;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// Puts a text on the clipboard and says that it did.
public final class CopyButton extends Button {

  private static final Duration THANKS = Duration.seconds(1.5);

  /// A button of that label; `what` completes the tooltip `Copy …`.
  public CopyButton(String label, String what, Supplier<String> text) {
    super(label, new FontIcon(Material2AL.CONTENT_COPY));
    getStyleClass().addAll("small", "copy-button");
    setTooltip(new Tooltip("Copy " + what));
    setAccessibleText("Copy " + what);
    setMinWidth(USE_PREF_SIZE);
    setOnAction(event -> {
      copy(text.get());
      setText("Copied");
      var pause = new PauseTransition(THANKS);
      pause.setOnFinished(over -> setText(label));
      pause.play();
    });
  }

  /// Puts a text on the clipboard.
  static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
