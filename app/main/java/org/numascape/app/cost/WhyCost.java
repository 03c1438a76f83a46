package org.numascape.app.cost;

import atlantafx.base.controls.Popover;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.DomainId;

/// Opens the answer to "why this number" beside whatever shows one.
public final class WhyCost {

  private static final AtomicReference<Optional<Popover>> OPEN =
      new AtomicReference<>(Optional.empty());

  private WhyCost() {}

  /// Opens it beside a control.
  public static void beside(Node control, DesignStore store, ViewState view, DomainId guest) {
    make(store, view, guest, Popover.ArrowLocation.RIGHT_TOP).ifPresent(over -> over.show(control));
  }

  /// Opens it at a point of the screen, on a picture.
  public static void at(
      Node picture, Point2D screen, DesignStore store, ViewState view, DomainId guest) {
    Bounds area = picture.localToScreen(picture.getBoundsInLocal());
    boolean left = area != null && screen.getX() > area.getCenterX();
    var arrow = left ? Popover.ArrowLocation.RIGHT_TOP : Popover.ArrowLocation.LEFT_TOP;
    make(store, view, guest, arrow)
        .ifPresent(over -> over.show(picture, screen.getX(), screen.getY()));
  }

  /// Closes what is open.
  public static void hide() {
    OPEN.get().ifPresent(Popover::hide);
  }

  private static Optional<Popover> make(
      DesignStore store, ViewState view, DomainId guest, Popover.ArrowLocation arrow) {
    hide();
    if (store.shown().get().cost(guest).isEmpty()) {
      return Optional.empty();
    }
    var over = new Popover();
    over.setContentNode(new CostBox(store, view, guest, over::hide));
    over.setTitle("Estimated memory latency");
    over.setArrowLocation(arrow);
    over.setDetachable(false);
    over.setAnimated(false);
    over.setAutoHide(true);
    over.setOnHidden(event -> OPEN.set(Optional.empty()));
    OPEN.set(Optional.of(over));
    return Optional.of(over);
  }
}
