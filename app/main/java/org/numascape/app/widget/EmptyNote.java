package org.numascape.app.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a panel says when it has nothing to show: why, and how that changes.
public final class EmptyNote extends VBox {

  private final Label words = new Label();

  /// A note with an icon above its words.
  public EmptyNote(Ikon icon, String text) {
    super(8);
    getStyleClass().add("empty-note");
    setAlignment(Pos.CENTER);
    words.setWrapText(true);
    words.setText(text);
    getChildren().addAll(new FontIcon(icon), words);
  }

  /// Says something else.
  public void say(String text) {
    words.setText(text);
  }
}
