package org.numascape.app.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.numascape.analysis.Analysis;
import org.numascape.app.theme.Theme;
import org.numascape.design.Item;
import org.numascape.drawing.Closeup;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Shape;

/// A host drawn to be looked at: it can be moved and zoomed, boxes can be marked, and pointed at.
/// Nothing in it can be changed.
public final class PictureView extends Region {

  private static final double CLOSE = 1.6;
  private static final double STEP = 1.2;
  private static final double STRIDE = 60;

  /// A hand is not still: less than this, in pixels, is a click.
  private static final double HOLD = 4;

  /// A move of the picture, in pixels of the screen.
  public sealed interface Move {

    /// Along with the pointer.
    record Pan(double dx, double dy) implements Move {}

    /// Nearer or farther at a point of this view.
    record Zoom(double x, double y, double factor) implements Move {}
  }

  /// A click on the picture.
  @FunctionalInterface
  public interface Click {
    /// What is there, topmost first, and whether it shall be added to what is chosen.
    void on(List<Item> items, boolean add);
  }

  private final Canvas canvas = new Canvas();
  private final Frames frames = new Frames(this::paint);
  private CanvasPainter painter = painter(false);
  private final MarkPainter marks = new MarkPainter(canvas.getGraphicsContext2D());
  private Drawing drawing = new Drawing(1, 1, List.of());
  private HitTest hits = HitTest.of(drawing);
  private Map<Item, Shape.Box> boxes = Map.of();
  private Camera camera = new Camera(1, 0, 0);
  private Set<Item> marked = Set.of();
  private Set<Item> chosen = Set.of();
  private Consumer<Move> moved = move -> {};
  private Runnable resized = () -> {};
  private Consumer<List<Item>> pointed = items -> {};
  private Click clicked = (items, add) -> {};
  private Runnable painted = () -> {};
  private Optional<Flight> flight = Optional.empty();
  private boolean pulled;
  private double pressedX;
  private double pressedY;

  /// A view of nothing yet.
  public PictureView() {
    getStyleClass().add("picture-view");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    setMinSize(120, 100);
    canvas.setManaged(false);
    getChildren().add(canvas);
    Theme.dark()
        .subscribe(dark -> {
          painter = painter(dark);
          frames.ask();
        });
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointed.accept(at(event)));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointed.accept(List.of()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    focusedProperty().subscribe(focused -> frames.ask());
  }

  /// Lays a host out in the fonts of the window; on any thread but for a view's own, as it may take
  /// long.
  public static Drawing draw(Analysis facts, DrawingOptions options) {
    return Layout.draw(facts, options, FxTextMetrics.of(Theme.sans(), Theme.mono()));
  }

  /// Lays out the boxes that something concerns, with the rest of the host left out.
  ///
  /// @param before whose use decides which boxes are alike
  public static Drawing draw(
      Analysis facts, Analysis before, Closeup.Spot spot, DrawingOptions options) {
    var metrics = FxTextMetrics.of(Theme.sans(), Theme.mono());
    return Closeup.draw(facts, before, spot, options, metrics);
  }

  private CanvasPainter painter(boolean dark) {
    return new CanvasPainter(
        canvas.getGraphicsContext2D(), Theme.palette(dark), Theme.sans(), Theme.mono());
  }

  /// Shows another drawing; the camera stays.
  public void show(Drawing other) {
    drawing = other;
    hits = HitTest.of(other);
    boxes = boxes(other);
    marked = Set.of();
    chosen = Set.of();
    frames.ask();
  }

  /// Outlines what differs, and more strongly what is looked at now.
  public void mark(Set<Item> differing, Set<Item> looked) {
    marked = Set.copyOf(differing);
    chosen = Set.copyOf(looked);
    frames.ask();
  }

  /// Hears of every move a person makes here; the view has moved already.
  public void onMoved(Consumer<Move> listener) {
    moved = listener;
  }

  /// Hears when the view has another size.
  public void onResized(Runnable listener) {
    resized = listener;
  }

  /// Hears what the pointer is on, topmost first; nothing once it has left.
  public void onPointed(Consumer<List<Item>> listener) {
    pointed = listener;
  }

  /// Hears of clicks.
  public void onClicked(Click listener) {
    clicked = listener;
  }

  /// Hears of every frame that is painted.
  public void onPainted(Runnable listener) {
    painted = listener;
  }

  /// Where an item is in the window; empty for what is not drawn.
  public Optional<Bounds> boundsInScene(Item item) {
    return hits.boundsOf(item)
        .map(camera::toScreen)
        .map(
            area -> localToScene(new BoundingBox(area.x(), area.y(), area.width(), area.height())));
  }

  /// Moves as somebody moved another view.
  public void move(Move move) {
    flight.ifPresent(Flight::stop);
    look(
        switch (move) {
          case Move.Pan(double dx, double dy) -> camera.panned(dx, dy);
          case Move.Zoom(double x, double y, double factor) -> camera.zoomedAt(x, y, factor);
        });
  }

  private void moveAndTell(Move move) {
    move(move);
    moved.accept(move);
  }

  /// Zooms at the middle, as if the person had.
  public void zoom(double factor) {
    moveAndTell(new Move.Zoom(canvas.getWidth() / 2, canvas.getHeight() / 2, factor));
  }

  /// Screen pixels per drawing unit at which the whole drawing fits.
  public double fittingZoom() {
    return fitting(whole()).zoom();
  }

  /// Screen pixels per drawing unit at which these items fit, with some room around them; empty
  /// where none of them is drawn.
  public Optional<Double> fittingZoom(Collection<Item> items) {
    return around(items).map(area -> fitting(area).zoom());
  }

  /// Shows the middle of the drawing at that zoom.
  public void showWhole(double zoom) {
    flight.ifPresent(Flight::stop);
    look(middle(whole(), zoom));
  }

  /// Flies to items; stays where none of them is drawn.
  public void flyTo(Collection<Item> items, double zoom) {
    around(items)
        .ifPresent(area -> {
          flight.ifPresent(Flight::stop);
          var started = new Flight(camera, middle(area, zoom), this::look);
          flight = Optional.of(started);
          started.start();
        });
  }

  /// Whether an item is drawn.
  public boolean draws(Item item) {
    return hits.boundsOf(item).isPresent();
  }

  /// The area a window on the drawing shows, in drawing units.
  public Rectangle2D visible() {
    var seen = camera.visible(canvas.getWidth(), canvas.getHeight());
    return new Rectangle2D(seen.x(), seen.y(), seen.width(), seen.height());
  }

  /// Screen pixels per drawing unit now.
  public double zoom() {
    return camera.zoom();
  }

  private Rect whole() {
    return new Rect(0, 0, drawing.width(), drawing.height());
  }

  private Optional<Rect> around(Collection<Item> items) {
    return items.stream()
        .flatMap(item -> hits.boundsOf(item).stream())
        .reduce(Rect::union)
        .map(area -> {
          double aside = Math.max(40, 0.15 * area.width());
          double above = Math.max(40, 0.15 * area.height());
          return new Rect(
              area.x() - aside,
              area.y() - above,
              area.width() + 2 * aside,
              area.height() + 2 * above);
        });
  }

  private Camera fitting(Rect area) {
    return Camera.fitting(area, canvas.getWidth(), canvas.getHeight(), CLOSE);
  }

  private Camera middle(Rect area, double zoom) {
    return new Camera(
        zoom,
        area.centreX() - canvas.getWidth() / zoom / 2,
        area.centreY() - canvas.getHeight() / zoom / 2);
  }

  private void look(Camera next) {
    camera = next;
    frames.ask();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(1, getWidth());
    double height = Math.max(1, getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      frames.ask();
      resized.run();
    }
  }

  private void paint() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    var scene = getScene();
    double grain =
        scene == null || scene.getWindow() == null ? 1 : scene.getWindow().getOutputScaleX();
    painter.paint(drawing, camera, width, height, grain);
    marks.paint(painter, camera, areas(marked), areas(chosen));
    if (isFocusVisible()) {
      marks.focus(painter, width, height);
    }
    painted.run();
  }

  private static Map<Item, Shape.Box> boxes(Drawing drawing) {
    var boxes = new HashMap<Item, Shape.Box>();
    for (var shape : drawing.shapes()) {
      if (shape instanceof Shape.Box box && !box.id().isEmpty()) {
        box.item().ifPresent(item -> boxes.putIfAbsent(item, box));
      }
    }
    return boxes;
  }

  /// Where those of the items are that are painted at this zoom.
  private List<Rect> areas(Set<Item> items) {
    var areas = new ArrayList<Rect>();
    for (var item : items) {
      var box = boxes.get(item);
      if (box != null && box.detail().shows(camera.zoom())) {
        areas.add(box.bounds());
      }
    }
    return areas;
  }

  private void scrolled(ScrollEvent event) {
    if (event.isShortcutDown() || event.getDeltaX() == 0) {
      moveAndTell(new Move.Zoom(event.getX(), event.getY(), Math.pow(1.0015, event.getDeltaY())));
    } else {
      moveAndTell(new Move.Pan(event.getDeltaX(), event.getDeltaY()));
    }
    event.consume();
  }

  private void pressed(MouseEvent event) {
    pressedX = event.getX();
    pressedY = event.getY();
    pulled = false;
    requestFocus();
    event.consume();
  }

  private List<Item> at(MouseEvent event) {
    return hits.at(camera.toDrawingX(event.getX()), camera.toDrawingY(event.getY()), camera.zoom());
  }

  private void released(MouseEvent event) {
    if (!pulled) {
      clicked.on(at(event), event.isShortcutDown() || event.isShiftDown());
    }
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (!pulled && Math.hypot(event.getX() - pressedX, event.getY() - pressedY) < HOLD) {
      return;
    }
    pulled = true;
    moveAndTell(new Move.Pan(event.getX() - pressedX, event.getY() - pressedY));
    pressedX = event.getX();
    pressedY = event.getY();
    event.consume();
  }

  private void typed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    var code = event.getCode();
    switch (code) {
      case LEFT -> moveAndTell(new Move.Pan(STRIDE, 0));
      case RIGHT -> moveAndTell(new Move.Pan(-STRIDE, 0));
      case UP -> moveAndTell(new Move.Pan(0, STRIDE));
      case DOWN -> moveAndTell(new Move.Pan(0, -STRIDE));
      case PLUS, ADD, EQUALS -> zoom(STEP);
      case MINUS, SUBTRACT -> zoom(1 / STEP);
      default -> {}
    }
    if (code.isArrowKey() || code == KeyCode.PLUS || code == KeyCode.MINUS) {
      event.consume();
    }
  }
}
