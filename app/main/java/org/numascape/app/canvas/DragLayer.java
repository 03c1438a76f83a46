package org.numascape.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.placement.DropPlan;
import org.numascape.placement.Encounter;
import org.numascape.placement.PillLine;

/// What follows the pointer while something is carried: a small stack of what it is, and the pill
/// that says what a release would do. Lies over the whole window and takes no clicks, unless the
/// pill asks something: then a click elsewhere puts back what is carried.
public final class DragLayer extends Pane {

  private static final double GAP = 10;
  private static final double EDGE = 8;

  private final DragState drag;
  private final ChipStack stack = new ChipStack();
  private final VBox pill = new VBox(3);
  private final DragHints hints;
  private final NewRules rules;
  private Optional<Node> before = Optional.empty();

  /// A layer for one drag state.
  public DragLayer(DesignStore store, ViewState view, DragState drag) {
    this.drag = drag;
    this.hints = new DragHints(store, view, drag);
    this.rules = new NewRules(store);
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
          say(plan);
          move();
        });
    drag.question().subscribe(this::ask);
    // Rules may speak later than the plan: those of a large host are asked beside this thread.
    store
        .problems()
        .subscribe(problems -> {
          if (drag.plan().get().isPresent()) {
            store.whenSettled(() -> {
              say(drag.plan().get());
              move();
            });
          }
        });
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getTarget() == this) {
            drag.cancel();
            event.consume();
          }
        });
    // Words on the target before are on their way out.
    drag.planning().subscribe(busy -> pill.setOpacity(busy ? 0.45 : 1));
    drag.pointer().subscribe(point -> move());
    drag.beside().subscribe(area -> move());
  }

  /// Shows what a release would do, above what is asked, if anything is.
  private void say(Optional<DropPlan> plan) {
    var asked = pill.getChildren().stream().filter(QuestionBar.class::isInstance).toList();
    pill.getChildren().retainAll(asked);
    int at = 0;
    var lines = new ArrayList<>(plan.map(DropPlan::lines).orElse(List.of()));
    boolean any = !lines.isEmpty();
    if (plan.isPresent()) {
      rules.line().ifPresent(lines::add);
    }
    for (var line : lines) {
      var label = new Label(line.text());
      label.getStyleClass().add("tone-" + line.tone().name().toLowerCase(Locale.ROOT));
      pill.getChildren().add(at++, label);
    }
    for (var hint : hints.lines()) {
      var label = new Label(hint);
      label.getStyleClass().add("key-hint");
      pill.getChildren().add(at++, label);
    }
    pill.setVisible(any || !asked.isEmpty());
    pill.setAccessibleText(lines.stream().map(PillLine::text).collect(Collectors.joining(", ")));
  }

  /// Puts the question into the pill and gives it the focus; after the answer it goes back.
  private void ask(Optional<Encounter> met) {
    pill.getChildren().removeIf(QuestionBar.class::isInstance);
    setMouseTransparent(met.isEmpty());
    if (met.isEmpty()) {
      before.ifPresent(Node::requestFocus);
      before = Optional.empty();
      return;
    }
    before = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
    say(drag.plan().get());
    var bar = new QuestionBar(drag, met.get());
    pill.getChildren().add(bar);
    pill.setVisible(true);
    move();
    bar.ask();
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
