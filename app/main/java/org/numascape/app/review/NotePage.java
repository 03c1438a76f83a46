package org.numascape.app.review;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.Ikon;
import org.numascape.app.widget.EmptyNote;

/// One thing to be said, and a way back.
final class NotePage extends BorderPane implements Page {

  private final Runnable leave;
  private final Button close = new Button("Close");

  NotePage(Ikon icon, String words, Runnable leave) {
    this.leave = leave;
    getStyleClass().add("review-page");
    setId("review-note");
    setCenter(new EmptyNote(icon, words));
    close.setId("note-close");
    close.getStyleClass().add("accent");
    close.setOnAction(event -> leave.run());
    setBottom(new Foot(List.of(), List.of(close)));
  }

  @Override
  public void focus() {
    close.requestFocus();
  }

  @Override
  public void escape() {
    leave.run();
  }

  @Override
  public void confirm() {
    leave.run();
  }
}
