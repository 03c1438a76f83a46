package org.numascape.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.design.Item;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.LabelMode;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Rect;
import org.numascape.drawing.TextMetrics;
import org.numascape.topology.HostTopology;

/// The host, drawn: paints what the store shows, moves over it, selects in it, takes drops.
public final class TopologyCanvas extends Region {

  private static final Duration FLIGHT = Duration.millis(260);
  private static final double STEP = 1.2;
  private static final double CLOSE = 1.6;

  private final DesignStore store;
  private final ViewState view;
  private final DragState drag;
  private final Canvas canvas = new Canvas();
  private final TextMetrics metrics = FxTextMetrics.of(Theme.sans(), Theme.mono());
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private final PauseTransition settle = new PauseTransition(Duration.millis(60));
  private final CanvasOverlay overlay;
  private final CanvasInput input;
  private Camera camera = new Camera(1, 0, 0);
  private Drawing drawing = new Drawing(1, 1, List.of());
  private HitTest hits = HitTest.of(drawing);
  private HostTopology drawnHost;
  private boolean fitted = true;
  private Optional<Rect> rubberBand = Optional.empty();
  private boolean dirty;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (dirty) {
            dirty = false;
            paint();
          }
        }
      };

  /// A canvas on a store.
  public TopologyCanvas(DesignStore store, ViewState view, DragState drag) {
    this.store = store;
    this.view = view;
    this.drag = drag;
    this.drawnHost = store.design().host();
    this.overlay = new CanvasOverlay(store, drag);
    setId("topology");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText("Topology of the host");
    setMinSize(200, 150);
    canvas.setManaged(false);
    getChildren().add(canvas);
    settle.setOnFinished(event -> draw());
    store.shown().subscribe(facts -> draw());
    store.selection().subscribe(items -> draw());
    view.labels().subscribe(mode -> draw());
    view.dark().subscribe(dark -> repaint());
    drag.target().subscribe(target -> repaint());
    drag.plan().subscribe(plan -> repaint());
    focusedProperty().subscribe(focused -> repaint());
    input = new CanvasInput(this, store, drag);
    frames.start();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(1, getWidth());
    double height = Math.max(1, getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      settle.playFromStart();
      repaint();
    }
  }

  /// Lays the host out for the window's shape as it is now.
  private void draw() {
    if (canvas.getWidth() < 2) {
      return;
    }
    var facts = store.shown().get();
    var options =
        new DrawingOptions(
            view.labels().get() == null ? LabelMode.PHYSICAL : view.labels().get(),
            Math.max(320, canvas.getWidth() - 28),
            Math.max(240, canvas.getHeight() - 28),
            store.selectedGuest());
    drawing = Layout.draw(facts, options, metrics);
    hits = HitTest.of(drawing);
    var host = facts.design().host();
    if (fitted || host != drawnHost) {
      drawnHost = host;
      fitNow();
    }
    repaint();
  }

  private void fitNow() {
    fitted = true;
    look(Camera.fitting(whole(), canvas.getWidth(), canvas.getHeight(), CLOSE));
  }

  private Rect whole() {
    return new Rect(0, 0, drawing.width(), drawing.height());
  }

  private void paint() {
    var palette = Theme.palette(view.dark().get());
    var painter =
        new CanvasPainter(canvas.getGraphicsContext2D(), palette, Theme.sans(), Theme.mono());
    painter.paint(drawing, camera, canvas.getWidth(), canvas.getHeight());
    overlay.paint(
        canvas.getGraphicsContext2D(),
        palette,
        camera,
        hits,
        rubberBand,
        canvas.getWidth(),
        canvas.getHeight());
  }

  /// Paints again with the next frame.
  void repaint() {
    dirty = true;
  }

  private void look(Camera next) {
    camera = next;
    zoom.set(next.zoom());
    repaint();
  }

  /// Moves by screen pixels.
  void pan(double dx, double dy) {
    fitted = false;
    look(camera.panned(dx, dy));
  }

  /// Zooms at a point of the screen.
  void zoomAt(double x, double y, double factor) {
    fitted = false;
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
    return hits;
  }

  /// Screen pixels per drawing unit.
  public ReadOnlyDoubleProperty zoom() {
    return zoom.getReadOnlyProperty();
  }

  /// Shows the whole host, and keeps doing so when the window changes its size.
  public void fit() {
    fitted = true;
    draw();
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
          var around =
              new Rect(
                  area.x() - area.width(),
                  area.y() - area.height(),
                  3 * area.width(),
                  3 * area.height());
          fitted = false;
          fly(Camera.fitting(around, canvas.getWidth(), canvas.getHeight(), CLOSE));
        });
  }

  /// Moves the camera just so far that an item is in sight.
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
    var own = hits.boundsOf(item);
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

  private void fly(Camera to) {
    var from = camera;
    long start = System.nanoTime();
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        double part = Math.clamp((now - start) / (FLIGHT.toMillis() * 1e6), 0, 1);
        double eased = 1 - Math.pow(1 - part, 3);
        look(from.towards(to, eased));
        if (part >= 1) {
          stop();
        }
      }
    }.start();
  }

  /// Selects every vCPU of the selected guest, or of all guests.
  public void selectAllVcpus() {
    input.selectAllVcpus();
  }

  /// Takes the pins of what is selected away.
  public void unpinSelection() {
    input.unpinSelection();
  }

  /// Carries the selection with the arrow keys.
  public void placeByKeyboard() {
    input.placeByKeyboard();
  }
}
