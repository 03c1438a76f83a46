package org.numascape.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
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
import org.numascape.design.HostSource;
import org.numascape.design.Item;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Rect;
import org.numascape.drawing.TextMetrics;
import org.numascape.placement.Unpin;

/// The host, drawn: paints what the store shows, moves over it, selects in it, takes drops.
public final class TopologyCanvas extends Region {

  private static final double STEP = 1.2;
  private static final double CLOSE = 1.6;
  private static final double BORDER = 4;

  /// How much of its surroundings is seen around an item that was flown to, in drawing units.
  private static final double AROUND = 60;

  private final DesignStore store;
  private final ViewState view;
  private final DragState drag;
  private final Canvas canvas = new Canvas();
  private final LostNote lost = new LostNote(canvas);
  private final TextMetrics metrics = FxTextMetrics.of(Theme.sans(), Theme.mono());
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private final PauseTransition settle = new PauseTransition(Duration.millis(60));
  private final Frames frames = new Frames(this::paint);
  private final CanvasOverlay overlay;
  private final KeyboardPlacement placement;
  private Runnable looked = () -> {};
  private CanvasPainter painter = painter(false);
  private Camera camera = new Camera(1, 0, 0);
  private Drawing drawing = new Drawing(1, 1, List.of());
  private HitTest hits = HitTest.of(drawing);
  private HostSource drawnSource;
  private Optional<DomainId> drawnGuest = Optional.empty();
  private double shapeWidth;
  private double shapeHeight;
  private boolean fitted = true;
  private boolean stale = true;
  private Optional<Flight> flight = Optional.empty();
  private Optional<Rect> rubberBand = Optional.empty();

  /// A canvas on a store.
  public TopologyCanvas(DesignStore store, ViewState view, DragState drag) {
    this.store = store;
    this.view = view;
    this.drag = drag;
    this.drawnSource = store.design().source();
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
    view.labels().subscribe(mode -> redraw());
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
      if (first) {
        reshape();
      } else {
        settle.playFromStart();
        if (fitted) {
          look(fitting());
        }
      }
      repaint();
    }
  }

  /// Lets the host take the window's shape, unless the person looks at a part of it.
  private void reshape() {
    if (fitted) {
      shapeWidth = Math.max(320, canvas.getWidth() - BORDER);
      shapeHeight = Math.max(240, canvas.getHeight() - BORDER);
      redraw();
    }
  }

  /// Lays the host out again with the next frame, or sooner if somebody asks what lies where.
  private void redraw() {
    stale = true;
    repaint();
  }

  private void drawIfStale() {
    if (!stale || canvas.getWidth() < 2) {
      return;
    }
    stale = false;
    var facts = store.shown().get();
    boolean another = !facts.design().source().equals(drawnSource);
    drawnSource = facts.design().source();
    drawnGuest = store.selectedGuest();
    if (another || shapeWidth == 0) {
      shapeWidth = Math.max(320, canvas.getWidth() - BORDER);
      shapeHeight = Math.max(240, canvas.getHeight() - BORDER);
    }
    var options =
        DrawingOptions.STANDARD
            .labelled(view.labels().get())
            .within(shapeWidth, shapeHeight)
            .selecting(drawnGuest);
    var before = drawing;
    drawing = Layout.draw(facts, options, metrics);
    hits = HitTest.of(drawing);
    boolean moved = before.width() != drawing.width() || before.height() != drawing.height();
    if (another || (fitted && moved)) {
      fitted = true;
      look(fitting());
    }
  }

  private Camera fitting() {
    return Camera.fitting(
        new Rect(0, 0, drawing.width(), drawing.height()),
        canvas.getWidth(),
        canvas.getHeight(),
        CLOSE);
  }

  private void paint() {
    drawIfStale();
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    painter.paint(drawing, camera, width, height, grain());
    if (drag.active()) {
      overlay.target(painter, camera, hits, width, height);
      painter.paintGhosts(drawing, width, height, overlay.ghosts());
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

  private void look(Camera next) {
    camera = next;
    zoom.set(next.zoom());
    looked.run();
    repaint();
  }

  /// Calls whoever keeps something beside the picture whenever the camera moves.
  void looks(Runnable listener) {
    looked = listener;
  }

  private void land() {
    fitted = false;
    flight.ifPresent(Flight::stop);
    flight = Optional.empty();
  }

  /// Moves by screen pixels.
  void pan(double dx, double dy) {
    land();
    look(camera.panned(dx, dy));
  }

  /// Zooms at a point of the screen.
  void zoomAt(double x, double y, double factor) {
    land();
    look(camera.zoomedAt(x, y, factor));
  }

  /// Shows a rubber band, in drawing units, or none.
  void band(Optional<Rect> area) {
    rubberBand = area;
    repaint();
  }

  Camera camera() {
    return camera;
  }

  HitTest hits() {
    drawIfStale();
    return hits;
  }

  /// Screen pixels per drawing unit.
  public ReadOnlyDoubleProperty zoom() {
    return zoom.getReadOnlyProperty();
  }

  /// Where an item is in the window; empty for what is not drawn.
  public Optional<Bounds> boundsInScene(Item item) {
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
    land();
    fitted = true;
    reshape();
    drawIfStale();
    look(fitting());
  }

  /// Zooms in at the middle.
  public void zoomIn() {
    zoomAt(canvas.getWidth() / 2, canvas.getHeight() / 2, STEP);
  }

  /// Zooms out at the middle.
  public void zoomOut() {
    zoomAt(canvas.getWidth() / 2, canvas.getHeight() / 2, 1 / STEP);
  }

  /// One drawing unit is one pixel.
  public void actualSize() {
    zoomAt(canvas.getWidth() / 2, canvas.getHeight() / 2, 1 / camera.zoom());
  }

  /// Moves the camera so that an item is well in sight.
  public void flyTo(Item item) {
    places(item).stream()
        .reduce(Rect::union)
        .ifPresent(area -> {
          double aside = Math.max(AROUND, 0.1 * area.width());
          double above = Math.max(AROUND, 0.1 * area.height());
          var around =
              new Rect(
                  area.x() - aside,
                  area.y() - above,
                  area.width() + 2 * aside,
                  area.height() + 2 * above);
          land();
          var to = Camera.fitting(around, canvas.getWidth(), canvas.getHeight(), CLOSE);
          var started = new Flight(camera, to, this::look);
          flight = Optional.of(started);
          started.start();
        });
  }

  /// Moves the camera where an item is out of sight.
  void reveal(Item item) {
    places(item).stream()
        .reduce(Rect::union)
        .filter(area -> !contains(camera.visible(canvas.getWidth(), canvas.getHeight()), area))
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
              hits.boundsOf(new Item.Vcpu(id, vcpu)).ifPresent(all::add);
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
