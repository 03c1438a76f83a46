package org.numascape.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Rect;
import org.numascape.placement.PillLine;
import org.numascape.topology.CpuSet;

/// The host, drawn: paints what the store shows, moves over it, selects in it, takes drops.
public final class TopologyCanvas extends Region {

  private static final double BORDER = 4;

  private final DesignStore store;
  private final ViewState view;
  private final DragState drag;
  private final Canvas canvas = new Canvas();
  private final LostNote lost = new LostNote(canvas);
  private final OutcomeNote note = new OutcomeNote();
  private final PauseTransition settle = new PauseTransition(Duration.millis(60));
  private final Frames frames = new Frames(this::paint);
  private final Viewport viewport = new Viewport();
  private final Drafting drafting;
  private final Places places;
  private final Folds folds;
  private final Travel travel;
  private final Layers layers;
  private final CanvasMenu menu;
  private final Minimap minimap;
  private final LegendStrip legend;
  private final KeyboardPlacement placement;
  private Optional<DomainId> drawnGuest = Optional.empty();
  private @Nullable Scene watched;
  private Runnable painted = () -> {};

  /// A canvas on a store.
  public TopologyCanvas(DesignStore store, ViewState view, DragState drag) {
    this.store = store;
    this.view = view;
    this.drag = drag;
    this.drafting = new Drafting(store, view, this::drawn);
    this.places = new Places(store, viewport, this::hits);
    this.folds = new Folds(store, view);
    this.travel = new Travel(places, viewport, folds);
    this.layers = new Layers(canvas.getGraphicsContext2D(), store, view, drag);
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
    legend = new LegendStrip(store, view, this::requestLayout);
    getChildren().addAll(canvas, minimap, lost, legend, note);
    viewport.onMove(this::repaint);
    menu = new CanvasMenu(this, store, view, folds);
    var input = new CanvasInput(this, store, view, drag);
    placement = new KeyboardPlacement(this, store, drag);
    new CanvasKeys(this, store, view, input, placement);
    new DragSpeech(store, view, drag, this::say);
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
          layers.colours(dark);
          showMinimap();
          repaint();
        });
    view.lit().subscribe(lit -> repaint());
    view.spotlight().subscribe(items -> repaint());
    view.measure().subscribe(measure -> repaint());
    view.minimap().subscribe(shown -> showMinimap());
    drag.target()
        .subscribe(target -> {
          minimap.giveWayTo(target.flatMap(places::onCanvas));
          repaint();
        });
    drag.plan().subscribe(plan -> repaint());
    focusVisibleProperty().subscribe(focused -> repaint());
    sceneProperty()
        .subscribe(scene -> {
          // The picture leaves the window and comes back when panels are shown and hidden.
          if (scene != null && !scene.equals(watched)) {
            watched = scene;
            new DragWatch(drag, view).listenOn(scene);
          }
        });
  }

  private void showMinimap() {
    minimap.show(drafting.picture().drawing(), view.dark().get());
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(1, getWidth());
    double foot = legend.heightIn(width, getHeight());
    double height = Math.max(1, getHeight() - foot);
    legend.resizeRelocate(0, height, width, foot);
    lost.autosize();
    lost.relocate(Math.rint((width - lost.getWidth()) / 2), 12);
    note.autosize();
    note.relocate(Math.rint((width - note.getWidth()) / 2), 12);
    minimap.settleIn(width, height);
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
    viewport.show(now.area(), !before.source().equals(now.source()));
    minimap.show(now.drawing(), view.dark().get());
    minimap.settleIn(viewport.width(), viewport.height());
    travel.drawn();
    repaint();
  }

  private void paint() {
    layers.paint(drafting.picture(), viewport, grain(), isFocusVisible());
    painted.run();
  }

  /// Hears which CPUs (OS indexes) somebody wants to give to other software than guests.
  public void whenGiven(Consumer<CpuSet> given) {
    menu.whenGiven(given);
  }

  /// Hears of every frame that is painted.
  public void onPainted(Runnable listener) {
    painted = listener;
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

  /// Where things are in the picture.
  Places places() {
    return places;
  }

  /// What can be folded in the picture.
  Folds folds() {
    return folds;
  }

  /// What tells the things in the picture, drawn again first where that takes no time.
  HitTest hits() {
    return drafting.picture().hits();
  }

  /// Shows a rubber band, in drawing units, or none.
  void band(Optional<Rect> area) {
    layers.band(area);
    repaint();
  }

  /// Screen pixels per drawing unit.
  public ReadOnlyDoubleProperty zoom() {
    return viewport.zoom();
  }

  /// How the host is drawn now.
  public DrawingOptions options() {
    return drafting.picture().options();
  }

  /// How many times wider than high the host is drawn.
  public double aspect() {
    var whole = viewport.whole();
    return whole.width() / Math.max(1, whole.height());
  }

  /// The part of the drawing that is in sight, in drawing units.
  public Rect visible() {
    return viewport.visible();
  }

  /// The smallest area around what is selected, in drawing units; empty where nothing is.
  public Optional<Rect> selected() {
    return places.around(store.selection().get());
  }

  /// The same area as it lies on this canvas, in pixels.
  public Optional<Bounds> selectedHere() {
    return selected()
        .map(places::onCanvas)
        .map(area ->
            new BoundingBox(area.x() - 6, area.y() - 6, area.width() + 12, area.height() + 12));
  }

  /// Where an item is in the window; empty for what is not drawn.
  public Optional<Bounds> boundsInScene(Item item) {
    return places
        .onCanvas(item)
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
    travel.to(item);
  }

  /// Moves the camera so that all of several items are well in sight.
  public void flyTo(List<Item> items) {
    travel.to(items);
  }

  /// Moves the camera where some of several items are out of sight or too small to be read.
  public void reveal(List<Item> items) {
    travel.reveal(items);
  }

  /// Moves the camera where an item is out of sight.
  void reveal(Item item) {
    travel.reveal(item);
  }

  /// Marks what a search has found.
  public void showFound(List<Item> items) {
    layers.found(items);
    repaint();
  }

  /// Opens the menu on what lies at a point of the canvas, or on the selection.
  void openMenu(List<Item> under, Point2D screen) {
    menu.open(under, screen);
  }

  /// Where something about these opens: at the first that is in sight, or in the middle; on the
  /// screen.
  public Point2D pointAt(List<Item> items) {
    var seen = new Rect(0, 0, viewport.width(), viewport.height());
    return items.stream()
        .flatMap(item -> places.onCanvas(item).stream())
        .filter(area -> seen.contains(area.centreX(), area.centreY()))
        .findFirst()
        .map(area -> localToScreen(area.centreX(), area.centreY()))
        .orElseGet(() -> localToScreen(seen.centreX(), seen.centreY()));
  }

  void closeMenu() {
    menu.hide();
  }

  /// Colours nodes by how far they are from the one of what is selected.
  public void colourByDistance() {
    menu.colourByDistance();
  }

  /// Folds what is alike around the selection, or unfolds it; everything where nothing is selected.
  public void toggleFold() {
    folds.toggle(store.selection().get());
  }

  /// Puts the whole picture on the clipboard.
  void copyPicture() {
    new PictureCopy(drafting.picture().drawing(), view.dark().get()).copy();
  }

  /// Shows what came of something done without a drag, and lets a screen reader say it.
  public void tell(String title, List<PillLine> lines) {
    note.tell(title, lines);
    say(
        Stream.concat(Stream.of(title), lines.stream().map(PillLine::text))
            .collect(Collectors.joining(", ")));
    requestLayout();
  }

  /// Lets a screen reader say this of the picture.
  public void say(String words) {
    setAccessibleText(words);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  /// Carries the selection with the arrow keys.
  public void placeByKeyboard() {
    placement.begin();
  }
}
