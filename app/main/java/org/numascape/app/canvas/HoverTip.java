package org.numascape.app.canvas;

import java.util.List;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.Item;
import org.numascape.drawing.Hover;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.TopologyObject;

/// The words beside the pointer when it rests on something.
final class HoverTip {

  private static final Duration PATIENCE = Duration.millis(450);
  private static final double OFFSET = 16;
  private static final String UNFOLD = "Alike parts stand together here. Click to unfold (F).";

  private final TopologyCanvas canvas;
  private final DesignStore store;
  private final ViewState view;
  private final Tooltip tooltip = new Tooltip();
  private final PauseTransition rest = new PauseTransition(PATIENCE);
  private List<Item> under = List.of();
  private boolean folded;

  HoverTip(TopologyCanvas canvas, DesignStore store, ViewState view) {
    this.view = view;
    this.canvas = canvas;
    this.store = store;
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
  }

  /// The pointer is over these now, or over what stands for parts of the first.
  void at(List<Item> items, boolean fold, MouseEvent event) {
    if (items.equals(under) && fold == folded) {
      return;
    }
    hide();
    under = items;
    folded = fold;
    if (items.isEmpty()) {
      return;
    }
    double x = event.getScreenX() + OFFSET;
    double y = event.getScreenY() + OFFSET;
    rest.setOnFinished(done -> {
      String words = Hover.words(store.shown().get(), items);
      tooltip.setText(fold ? UNFOLD + "\n" + words : words);
      if (view.distanceLines().get() && !fold) {
        view.lit().set(node(items));
      }
      if (!tooltip.getText().isEmpty() && canvas.getScene() != null) {
        tooltip.show(canvas, x, y);
      }
    });
    rest.playFromStart();
  }

  /// The node that is pointed at itself, not through a box in it.
  private List<ObjectId> node(List<Item> items) {
    var host = store.design().host();
    return items.stream()
        .limit(1)
        .flatMap(item ->
            switch (item) {
              case Item.OnHost(var id) ->
                  host
                      .object(id)
                      .filter(NumaNode.class::isInstance)
                      .map(TopologyObject::id)
                      .stream();
              case Item.NodeMemory(var index) -> host.node(index).map(NumaNode::id).stream();
              case Item.OfGuest guest -> Stream.<ObjectId>empty();
            })
        .toList();
  }

  /// The pointer is elsewhere.
  void hide() {
    if (!under.isEmpty()) {
      view.lit().set(List.of());
    }
    rest.stop();
    tooltip.hide();
    under = List.of();
  }
}
