package org.numascape.app.distances;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.numascape.app.distances.MatrixGrid.Pair;
import org.numascape.app.theme.Theme;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Role;
import org.numascape.topology.ObjectId;

/// Shows a table and knows which cell is pointed at, by pointer or arrow keys. Heads stay where
/// they are when cells scroll; only cells in sight are painted, so that a table may have any size.
final class DistanceMap extends Region {

  private static final double BAR = 12;

  private final ObjectProperty<Optional<Pair>> pointed =
      new SimpleObjectProperty<>(Optional.empty());
  private final Canvas canvas = new Canvas();
  private final ScrollBar across = new ScrollBar();
  private final ScrollBar down = new ScrollBar();
  private Optional<Table> table = Optional.empty();
  private MatrixGrid grid = new MatrixGrid(0, 0, 0, 1, 1);
  private List<ObjectId> lit = List.of();

  DistanceMap() {
    setId("distance-map");
    setFocusTraversable(true);
    setMinSize(0, 0);
    down.setOrientation(Orientation.VERTICAL);
    getChildren().addAll(canvas, across, down);
    for (var bar : List.of(across, down)) {
      bar.setFocusTraversable(false);
      bar.valueProperty().subscribe(value -> paint());
    }
    canvas.setOnMouseMoved(event -> pointed.set(at(event)));
    canvas.setOnMouseExited(event -> pointed.set(Optional.empty()));
    setOnMousePressed(event -> requestFocus());
    setOnKeyPressed(this::walk);
    setOnScroll(this::scroll);
    pointed.subscribe(pair -> paint());
    Theme.colour(this, Ink.of(Role.NODE)).subscribe(colour -> paint());
    focusedProperty().subscribe(focused -> paint());
  }

  /// The cell that is pointed at.
  ObjectProperty<Optional<Pair>> pointed() {
    return pointed;
  }

  /// Shows a table from its beginning.
  void show(Table shown) {
    table = Optional.of(shown);
    grid = MatrixGrid.of(shown);
    across.setValue(0);
    down.setValue(0);
    pointed.set(Optional.empty());
    requestLayout();
    paint();
  }

  /// Lights the rows and columns of parts of the host that are pointed at elsewhere.
  void light(List<ObjectId> parts) {
    if (!parts.equals(lit)) {
      lit = parts;
      paint();
    }
  }

  private Optional<Pair> at(MouseEvent event) {
    boolean cells = event.getX() >= grid.head() && event.getY() >= MatrixGrid.TOP;
    return cells
        ? grid.at(event.getX() + across.getValue(), event.getY() + down.getValue())
        : Optional.empty();
  }

  private void walk(KeyEvent event) {
    var here = pointed.get();
    var next =
        switch (event.getCode()) {
          case UP -> grid.moved(here.orElse(new Pair(0, 0)), -1, 0);
          case DOWN -> grid.moved(here.orElse(new Pair(0, 0)), 1, 0);
          case LEFT -> grid.moved(here.orElse(new Pair(0, 0)), 0, -1);
          case RIGHT -> grid.moved(here.orElse(new Pair(0, 0)), 0, 1);
          default -> null;
        };
    if (next != null && grid.rows() > 0) {
      reveal(next);
      pointed.set(Optional.of(next));
      event.consume();
    }
  }

  private void reveal(Pair pair) {
    reveal(
        across, grid.x(pair.column()) - grid.head(), grid.width(), canvas.getWidth() - grid.head());
    reveal(
        down,
        grid.y(pair.row()) - MatrixGrid.TOP,
        grid.height(),
        canvas.getHeight() - MatrixGrid.TOP);
  }

  private static void reveal(ScrollBar bar, double from, double size, double room) {
    if (from < bar.getValue()) {
      bar.setValue(from);
    } else if (from + size > bar.getValue() + room) {
      bar.setValue(Math.min(bar.getMax(), from + size - room));
    }
  }

  private void scroll(ScrollEvent event) {
    double sideways =
        event.isShiftDown() ? event.getDeltaX() + event.getDeltaY() : event.getDeltaX();
    move(across, -sideways);
    move(down, event.isShiftDown() ? 0 : -event.getDeltaY());
    event.consume();
  }

  private static void move(ScrollBar bar, double by) {
    bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
  }

  @Override
  protected void layoutChildren() {
    boolean tall = grid.totalHeight() > getHeight();
    double width = Math.max(1, getWidth() - (tall ? BAR : 0));
    boolean wide = grid.totalWidth() > width;
    double height = Math.max(1, getHeight() - (wide ? BAR : 0));
    canvas.setWidth(width);
    canvas.setHeight(height);
    range(across, wide, grid.totalWidth() - width, width);
    range(down, grid.totalHeight() > height, grid.totalHeight() - height, height);
    across.resizeRelocate(0, height, width, BAR);
    down.resizeRelocate(width, 0, BAR, height);
    paint();
  }

  private static void range(ScrollBar bar, boolean needed, double beyond, double page) {
    bar.setVisible(needed);
    bar.setMax(Math.max(0, beyond));
    bar.setValue(Math.min(bar.getValue(), bar.getMax()));
    // A bar's thumb is its amount's share of the range.
    bar.setVisibleAmount(bar.getMax() * page / (beyond + page));
    bar.setUnitIncrement(40);
    bar.setBlockIncrement(page);
  }

  private void paint() {
    var palette = Theme.palette(Theme.dark().get());
    var pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    table.ifPresent(shown ->
        new TablePainter(
                pen,
                shown,
                grid,
                palette,
                Heat.of(shown, palette),
                across.getValue(),
                down.getValue(),
                pointed.get(),
                lit)
            .paint(canvas.getWidth(), canvas.getHeight()));
  }
}
