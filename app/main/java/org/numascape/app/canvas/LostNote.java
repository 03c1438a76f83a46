package org.numascape.app.canvas;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.effect.ColorAdjust;
import org.numascape.app.store.Session;

/// Over a picture whose host no longer answers: since when it may be wrong.
final class LostNote extends Label {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Node picture;

  LostNote(Node picture) {
    this.picture = picture;
    setId("lost-note");
    getStyleClass().add("lost-note");
    setMouseTransparent(true);
    setVisible(false);
  }

  /// Greys the picture while the host is lost.
  void tell(Session session) {
    boolean lost = session.link() == Session.Link.LOST;
    setVisible(lost);
    if (lost) {
      setText("As of " + TIME.format(session.readAt()) + " · connection lost, trying again");
      picture.setEffect(new ColorAdjust(0, -0.85, 0, 0));
      picture.setOpacity(0.75);
    } else {
      picture.setEffect(null);
      picture.setOpacity(1);
    }
  }
}
