package org.numascape.app.canvas;

import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.numascape.placement.PillLine;

/// What came of something done without a drag, or why it could not be done: in the look of the
/// pill, over the picture for a while.
final class OutcomeNote extends VBox {

  private static final Duration READ = Duration.seconds(5);

  private final PauseTransition read = new PauseTransition(READ);

  OutcomeNote() {
    super(3);
    setId("outcome-note");
    getStyleClass().add("drop-pill");
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
    read.setOnFinished(event -> setVisible(false));
  }

  /// Shows a title and what there is to say below it.
  void tell(String title, List<PillLine> lines) {
    var head = new Label(title);
    head.getStyleClass().add("tone-plain");
    getChildren().setAll(head);
    for (var line : lines) {
      var label = new Label(line.text());
      label.getStyleClass().add("tone-" + line.tone().name().toLowerCase(Locale.ROOT));
      getChildren().add(label);
    }
    setVisible(true);
    read.playFromStart();
  }
}
