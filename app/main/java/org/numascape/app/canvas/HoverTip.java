package org.numascape.app.canvas;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Item;
import org.numascape.drawing.Hover;

/// The words beside the pointer when it rests on something.
final class HoverTip {

  private static final Duration PATIENCE = Duration.millis(450);
  private static final double OFFSET = 16;

  private final TopologyCanvas canvas;
  private final DesignStore store;
  private final Tooltip tooltip = new Tooltip();
  private final PauseTransition rest = new PauseTransition(PATIENCE);
  private List<Item> under = List.of();

  HoverTip(TopologyCanvas canvas, DesignStore store) {
    this.canvas = canvas;
    this.store = store;
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
  }

  /// The pointer is over these now.
  void at(List<Item> items, MouseEvent event) {
    if (items.equals(under)) {
      return;
    }
    hide();
    under = items;
    if (items.isEmpty()) {
      return;
    }
    double x = event.getScreenX() + OFFSET;
    double y = event.getScreenY() + OFFSET;
    rest.setOnFinished(done -> {
      tooltip.setText(Hover.words(store.shown().get(), items));
      if (!tooltip.getText().isEmpty() && canvas.getScene() != null) {
        tooltip.show(canvas, x, y);
      }
    });
    rest.playFromStart();
  }

  /// The pointer is elsewhere.
  void hide() {
    rest.stop();
    tooltip.hide();
    under = List.of();
  }
}
