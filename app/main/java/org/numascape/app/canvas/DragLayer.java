package org.numascape.app.canvas;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.placement.DropPlan;
import org.numascape.placement.PillLine;

/// What follows the pointer while something is carried: a small stack of what it is, and the pill
/// that says what a release would do. Lies over the whole window and takes no clicks.
public final class DragLayer extends Pane {

  private static final double GAP = 10;
  private static final double EDGE = 8;

  private final DragState drag;
  private final ChipStack stack = new ChipStack();
  private final VBox pill = new VBox(3);

  /// A layer for one drag state.
  public DragLayer(DesignStore store, ViewState view, DragState drag) {
    this.drag = drag;
    setId("drag-layer");
    setMouseTransparent(true);
    setVisible(false);
    pill.getStyleClass().add("drop-pill");
    pill.setId("drop-pill");
    pill.setVisible(false);
    pill.setManaged(false);
    stack.setManaged(false);
    getChildren().addAll(stack, pill);
    drag.items()
        .subscribe(items -> {
          setVisible(!items.isEmpty());
          if (!items.isEmpty()) {
            stack.show(items, store.design(), view.dark().get());
            move();
          }
        });
    drag.plan()
        .subscribe(plan -> {
          pill.getChildren().clear();
          pill.setVisible(plan.isPresent());
          plan.ifPresent(this::say);
          move();
        });
    // Words on the target before are on their way out.
    drag.planning().subscribe(busy -> pill.setOpacity(busy ? 0.45 : 1));
    drag.pointer().subscribe(point -> move());
    drag.beside().subscribe(area -> move());
  }

  private void say(DropPlan plan) {
    for (var line : plan.lines()) {
      var label = new Label(line.text());
      label.getStyleClass().add("tone-" + line.tone().name().toLowerCase(Locale.ROOT));
      pill.getChildren().add(label);
    }
    pill.setAccessibleText(String.join(", ", plan.lines().stream().map(PillLine::text).toList()));
    if (plan.lines().isEmpty()) {
      pill.setVisible(false);
    }
  }

  private void move() {
    if (!isVisible() || getScene() == null) {
      return;
    }
    Point2D here = sceneToLocal(drag.pointer().get());
    stack.applyCss();
    stack.autosize();
    var target = drag.beside().get().map(this::sceneToLocal);
    Point2D corner =
        target.map(area -> new Point2D(area.getMaxX() - 10, area.getMaxY() - 10)).orElse(here);
    stack.relocate(corner.getX() + 2, corner.getY() + 2);
    pill.applyCss();
    pill.autosize();
    put(target.orElseGet(() -> new BoundingBox(here.getX() - GAP, here.getY() - GAP, 44, 40)));
  }

  /// Puts the words beside an area: to its right, left, below or above, where there is room.
  private void put(Bounds area) {
    double width = pill.getWidth();
    double height = pill.getHeight();
    double top = within(area.getMaxY() - 6, height, getHeight());
    Optional<Point2D> free =
        Stream.of(
                new Point2D(area.getMaxX() + GAP, top),
                new Point2D(area.getMinX() - GAP - width, top),
                new Point2D(within(area.getMinX(), width, getWidth()), area.getMaxY() + GAP),
                new Point2D(
                    within(area.getMinX(), width, getWidth()), area.getMinY() - GAP - height))
            .filter(corner -> fits(corner, width, height))
            .findFirst();
    Point2D corner =
        free.orElseGet(() -> new Point2D(getWidth() - width - EDGE, getHeight() - height - EDGE));
    pill.relocate(Math.rint(corner.getX()), Math.rint(corner.getY()));
  }

  private boolean fits(Point2D corner, double width, double height) {
    return corner.getX() >= EDGE
        && corner.getY() >= EDGE
        && corner.getX() + width <= getWidth() - EDGE
        && corner.getY() + height <= getHeight() - EDGE;
  }

  private static double within(double wanted, double size, double room) {
    return Math.clamp(wanted, EDGE, Math.max(EDGE, room - size - EDGE));
  }
}
