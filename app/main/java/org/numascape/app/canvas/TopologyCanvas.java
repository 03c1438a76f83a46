package org.numascape.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
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
import org.numascape.drawing.DrawingOptions;
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
  private final NodeDistances distances = new NodeDistances(canvas.getGraphicsContext2D());
  private final CanvasInput input;
  private final CanvasMenu menu;
  private final Minimap minimap;
  private final Folds folds;
  private final KeyboardPlacement placement;
  private CanvasPainter painter = painter(false);
  private Optional<DomainId> drawnGuest = Optional.empty();
  private Optional<Rect> rubberBand = Optional.empty();
  private Optional<Item> awaited = Optional.empty();
  private List<Item> found = List.of();

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
    minimap = new Minimap(viewport, view, drag);
    getChildren().addAll(canvas, minimap, lost);
    viewport.onMove(this::repaint);
    folds = new Folds(store, view);
    menu = new CanvasMenu(this, store, view);
    input = new CanvasInput(this, store, view, drag);
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
          minimap.show(drafting.picture().drawing(), dark);
          repaint();
        });
    view.lit().subscribe(lit -> repaint());
    view.minimap().subscribe(shown -> minimap.show(drafting.picture().drawing(), dark()));
    drag.target()
        .subscribe(target -> {
          minimap.giveWayTo(target.flatMap(item -> hits().boundsOf(item)).map(this::onCanvas));
          repaint();
        });
    drag.plan().subscribe(plan -> repaint());
    focusVisibleProperty().subscribe(focused -> repaint());
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            new DragWatch(drag).listenOn(scene);
          }
        });
  }

  private boolean dark() {
    return view.dark().get();
  }

  /// An area of the picture, in pixels of the canvas.
  private Rect onCanvas(Rect area) {
    var camera = camera();
    return new Rect(
        camera.toScreenX(area.x()),
        camera.toScreenY(area.y()),
        area.width() * camera.zoom(),
        area.height() * camera.zoom());
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
    placeMinimap(width, height);
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

  private void placeMinimap(double width, double height) {
    minimap.relocate(
        Math.rint(width - minimap.getWidth() - 12), Math.rint(height - minimap.getHeight() - 12));
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
    minimap.show(now.drawing(), dark());
    placeMinimap(getWidth(), getHeight());
    var next = awaited;
    awaited = Optional.empty();
    next.ifPresent(this::flyTo);
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
      overlay.found(painter, camera, hits, found);
      overlay.selection(painter, camera, hits);
      distances.paint(view.lit().get(), store.shown().get().host(), hits, camera, painter);
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

  /// How the host is drawn now.
  public DrawingOptions options() {
    return drafting.picture().options();
  }

  /// The part of the drawing that is in sight, in drawing units.
  public Rect visible() {
    return viewport.visible();
  }

  /// The smallest area around what is selected, in drawing units; empty where nothing is.
  public Optional<Rect> selected() {
    return store.selection().get().stream()
        .flatMap(item -> places(item).stream())
        .reduce(Rect::union);
  }

  /// The same area as it lies on this canvas, in pixels.
  public Optional<Bounds> selectedHere() {
    var camera = camera();
    return selected()
        .map(area ->
            new BoundingBox(
                camera.toScreenX(area.x()) - 6,
                camera.toScreenY(area.y()) - 6,
                area.width() * camera.zoom() + 12,
                area.height() * camera.zoom() + 12));
  }

  /// Where an item is in the window; empty for what is not drawn.
  public Optional<Bounds> boundsInScene(Item item) {
    return hits()
        .boundsOf(item)
        .map(this::onCanvas)
        .map(
            area -> localToScene(new BoundingBox(area.x(), area.y(), area.width(), area.height())));
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

  /// Moves the camera so that an item is well in sight; one that is folded away is unfolded first.
  public void flyTo(Item item) {
    if (places(item).isEmpty() && folds.open(item)) {
      awaited = Optional.of(item);
      return;
    }
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

  /// Marks what a search has found.
  public void showFound(List<Item> items) {
    found = List.copyOf(items);
    repaint();
  }

  /// Opens the menu on what lies at a point of the canvas, or on the selection.
  void openMenu(List<Item> under, Point2D screen) {
    menu.open(under, screen);
  }

  /// Where a menu on these opens: at the first that is in sight, or in the middle; on the screen.
  Point2D menuPoint(List<Item> items) {
    var seen = new Rect(0, 0, getWidth(), getHeight());
    return items.stream()
        .flatMap(item -> hits().boundsOf(item).stream())
        .map(this::onCanvas)
        .filter(area -> seen.contains(area.centreX(), area.centreY()))
        .findFirst()
        .map(area -> localToScreen(area.centreX(), area.centreY()))
        .orElseGet(() -> localToScreen(getWidth() / 2, getHeight() / 2));
  }

  void closeMenu() {
    menu.hide();
  }

  /// Colours nodes by how far they are from the one of what is selected.
  public void colourByDistance() {
    menu.colourByDistance();
  }

  /// Folds what is alike around the selection, or unfolds it.
  public void toggleFold() {
    menu.toggleFold();
  }

  /// Puts the whole picture on the clipboard.
  public void copyPicture() {
    new PictureCopy(drafting.picture().drawing(), dark()).copy();
  }

  /// Lets a screen reader say this of the picture.
  public void say(String words) {
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
