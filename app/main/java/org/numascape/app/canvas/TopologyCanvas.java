package org.numascape.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Rect;
import org.numascape.placement.Unpin;

/// The host, drawn: paints what the store shows, moves over it, selects in it, takes drops.
public final class TopologyCanvas extends Region {

  private static final double BORDER = 4;

  /// How much of its surroundings is seen around an item that was flown to, in drawing units.
  private static final double AROUND = 60;

  private final DesignStore store;
  private final ViewState view;
  private final DragState drag;
  private final Canvas canvas = new Canvas();
  private final LostNote lost = new LostNote(canvas);
  private final PauseTransition settle = new PauseTransition(Duration.millis(60));
  private final Frames frames = new Frames(this::paint);
  private final Viewport viewport = new Viewport();
  private final Drafting drafting;
  private final CanvasOverlay overlay;
  private final KeyboardPlacement placement;
  private CanvasPainter painter = painter(false);
  private Optional<DomainId> drawnGuest = Optional.empty();
  private Optional<Rect> rubberBand = Optional.empty();

  /// A canvas on a store.
  public TopologyCanvas(DesignStore store, ViewState view, DragState drag) {
    this.store = store;
    this.view = view;
    this.drag = drag;
    this.drafting = new Drafting(store, view, this::drawn);
    this.overlay = new CanvasOverlay(store, drag, canvas.getGraphicsContext2D());
    setId("topology");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Topology of the host");
    setAccessibleHelp(
        "Arrow keys walk the boxes, Page Up and Page Down go out and in, P carries the selection");
    setMinSize(200, 150);
    canvas.setManaged(false);
    lost.setManaged(false);
    getChildren().addAll(canvas, lost);
    viewport.onMove(this::repaint);
    var input = new CanvasInput(this, store, drag);
    placement = new KeyboardPlacement(this, store, drag);
    new CanvasKeys(this, store, input, placement);
    settle.setOnFinished(event -> reshape());
    follow();
  }

  private void follow() {
    store.shown().subscribe(facts -> redraw());
    store
        .selection()
        .subscribe(items -> {
          if (!store.selectedGuest().equals(drawnGuest)) {
            redraw();
          }
          repaint();
        });
    store
        .session()
        .subscribe(session -> {
          lost.tell(session);
          requestLayout();
        });
    for (ObservableValue<?> how :
        List.of(
            view.labels(),
            view.mode(),
            view.colouring(),
            view.folding(),
            view.instructionCaches())) {
      how.subscribe(value -> redraw());
    }
    view.dark()
        .subscribe(dark -> {
          painter = painter(dark);
          repaint();
        });
    drag.target().subscribe(target -> repaint());
    drag.plan().subscribe(plan -> repaint());
    focusVisibleProperty().subscribe(focused -> repaint());
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            new DragWatch(drag).listenOn(scene);
          }
        });
  }

  private CanvasPainter painter(boolean dark) {
    return new CanvasPainter(
        canvas.getGraphicsContext2D(), Theme.palette(dark), Theme.sans(), Theme.mono());
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(1, getWidth());
    double height = Math.max(1, getHeight());
    lost.autosize();
    lost.relocate(Math.rint((width - lost.getWidth()) / 2), 12);
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      boolean first = canvas.getWidth() < 2;
      canvas.setWidth(width);
      canvas.setHeight(height);
      viewport.resize(width, height);
      drafting.room(Math.max(320, width - BORDER), Math.max(240, height - BORDER));
      if (first) {
        reshape();
      } else {
        settle.playFromStart();
      }
      repaint();
    }
  }

  /// Lets the host take the window's shape, unless the person looks at a part of it.
  private void reshape() {
    if (viewport.fitted()) {
      drafting.reshape();
      repaint();
    }
  }

  /// Lays the host out again with the next frame, or sooner if somebody asks what lies where.
  private void redraw() {
    drafting.spoil();
    repaint();
  }

  /// A picture is there.
  private void drawn(Picture before, Picture now) {
    drawnGuest = now.options().selected();
    boolean another = !before.source().equals(now.source());
    viewport.show(now.area(), another);
    repaint();
  }

  private void paint() {
    var picture = drafting.picture();
    var hits = picture.hits();
    var camera = viewport.camera();
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    painter.paint(picture.drawing(), camera, width, height, grain());
    if (drag.active()) {
      overlay.target(painter, camera, hits, width, height);
      painter.paintGhosts(picture.drawing(), width, height, overlay.ghosts());
    } else {
      overlay.selection(painter, camera, hits);
    }
    overlay.band(painter, camera, rubberBand);
    if (isFocusVisible()) {
      overlay.focus(painter, width, height);
    }
  }

  /// Dots of the screen in a pixel.
  private double grain() {
    var scene = getScene();
    return scene == null || scene.getWindow() == null ? 1 : scene.getWindow().getOutputScaleX();
  }

  private void repaint() {
    frames.ask();
  }

  /// The window on the picture.
  Viewport viewport() {
    return viewport;
  }

  /// Shows a rubber band, in drawing units, or none.
  void band(Optional<Rect> area) {
    rubberBand = area;
    repaint();
  }

  Camera camera() {
    return viewport.camera();
  }

  HitTest hits() {
    return drafting.picture().hits();
  }

  /// Screen pixels per drawing unit.
  public ReadOnlyDoubleProperty zoom() {
    return viewport.zoom();
  }

  /// Where an item is in the window; empty for what is not drawn.
  public Optional<Bounds> boundsInScene(Item item) {
    var camera = camera();
    return hits()
        .boundsOf(item)
        .map(area ->
            localToScene(
                new BoundingBox(
                    camera.toScreenX(area.x()),
                    camera.toScreenY(area.y()),
                    area.width() * camera.zoom(),
                    area.height() * camera.zoom())));
  }

  /// Shows the whole host, and keeps doing so when the window changes its size.
  public void fit() {
    viewport.fit();
    reshape();
    drafting.refresh();
  }

  /// Zooms in at the middle.
  public void zoomIn() {
    viewport.zoomBy(1);
  }

  /// Zooms out at the middle.
  public void zoomOut() {
    viewport.zoomBy(-1);
  }

  /// One drawing unit is one pixel.
  public void actualSize() {
    viewport.actualSize();
  }

  /// Moves the camera so that an item is well in sight.
  public void flyTo(Item item) {
    places(item).stream()
        .reduce(Rect::union)
        .ifPresent(area -> {
          double aside = Math.max(AROUND, 0.1 * area.width());
          double above = Math.max(AROUND, 0.1 * area.height());
          viewport.flyTo(
              new Rect(
                  area.x() - aside,
                  area.y() - above,
                  area.width() + 2 * aside,
                  area.height() + 2 * above));
        });
  }

  /// Moves the camera where an item is out of sight.
  void reveal(Item item) {
    places(item).stream()
        .reduce(Rect::union)
        .filter(area -> !contains(viewport.visible(), area))
        .ifPresent(area -> flyTo(item));
  }

  private static boolean contains(Rect outer, Rect inner) {
    return inner.x() >= outer.x()
        && inner.y() >= outer.y()
        && inner.right() <= outer.right()
        && inner.bottom() <= outer.bottom();
  }

  /// Where an item is drawn; a guest is where its vCPUs are.
  private List<Rect> places(Item item) {
    var own = hits().boundsOf(item);
    if (own.isPresent()) {
      return List.of(own.get());
    }
    var all = new ArrayList<Rect>();
    if (item instanceof Item.WholeGuest(var id)) {
      store
          .design()
          .guest(id)
          .ifPresent(guest -> {
            for (int vcpu = 0; vcpu < guest.wanted().vcpus().maximum(); vcpu++) {
              hits().boundsOf(new Item.Vcpu(id, vcpu)).ifPresent(all::add);
            }
          });
    }
    return all;
  }

  /// Lets a screen reader say this of the picture.
  void say(String words) {
    setAccessibleText(words);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  /// Selects every vCPU of the selected guest, or of all guests.
  public void selectAllVcpus() {
    var chosen = store.selectedGuest();
    var items = new ArrayList<Item>();
    store.design().guests().stream()
        .filter(guest -> chosen.isEmpty() || chosen.get().equals(guest.id()))
        .forEach(guest -> {
          for (int vcpu = 0; vcpu < guest.wanted().vcpus().maximum(); vcpu++) {
            items.add(new Item.Vcpu(guest.id(), vcpu));
          }
        });
    store.select(items);
  }

  /// Takes the pins of what is selected away.
  public void unpinSelection() {
    Unpin.of(store.design(), store.selection().get()).ifPresent(store::apply);
  }

  /// Carries the selection with the arrow keys.
  public void placeByKeyboard() {
    placement.begin();
  }
}
