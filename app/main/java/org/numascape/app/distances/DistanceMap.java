package org.numascape.app.distances;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.numascape.app.distances.MatrixGrid.Pair;
import org.numascape.app.theme.Theme;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Role;
import org.numascape.topology.DistanceMatrix;

/// Paints the matrix and knows which pair is pointed at, by pointer or arrow keys.
final class DistanceMap extends Canvas {

  /// Below this width of a cell its number would not be readable.
  private static final double READABLE = 20;

  private final ObjectProperty<Optional<Pair>> pointed =
      new SimpleObjectProperty<>(Optional.empty());
  private DistanceMatrix matrix = DistanceMatrix.UNKNOWN;
  private MatrixGrid grid = MatrixGrid.of(matrix);

  DistanceMap() {
    setId("distance-map");
    setFocusTraversable(true);
    setOnMouseMoved(event -> pointed.set(grid.at(event.getX(), event.getY())));
    setOnMouseExited(event -> pointed.set(Optional.empty()));
    setOnKeyPressed(this::walk);
    pointed.subscribe(pair -> paint());
    Theme.colour(this, Ink.of(Role.NODE)).subscribe(colour -> paint());
    focusedProperty().subscribe(focused -> paint());
  }

  /// The pair under the pointer.
  ObjectProperty<Optional<Pair>> pointed() {
    return pointed;
  }

  /// Shows a matrix.
  void show(DistanceMatrix distances) {
    matrix = distances;
    grid = MatrixGrid.of(distances);
    setWidth(grid.totalWidth());
    setHeight(grid.totalHeight());
    pointed.set(Optional.empty());
    paint();
  }

  private void walk(KeyEvent event) {
    if (grid.nodes().isEmpty()) {
      return;
    }
    int first = grid.nodes().getFirst();
    var here = pointed.get().orElse(new Pair(first, first));
    switch (event.getCode()) {
      case UP -> pointed.set(Optional.of(grid.moved(here, -1, 0)));
      case DOWN -> pointed.set(Optional.of(grid.moved(here, 1, 0)));
      case LEFT -> pointed.set(Optional.of(grid.moved(here, 0, -1)));
      case RIGHT -> pointed.set(Optional.of(grid.moved(here, 0, 1)));
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void paint() {
    var pen = getGraphicsContext2D();
    var palette = Theme.palette(Theme.dark().get());
    var heat = Heat.of(matrix, palette);
    pen.clearRect(0, 0, getWidth(), getHeight());
    pen.setTextAlign(TextAlignment.CENTER);
    pen.setTextBaseline(VPos.CENTER);
    for (int row = 0; row < grid.nodes().size(); row++) {
      heads(pen, palette, row);
      for (int column = 0; column < grid.nodes().size(); column++) {
        cell(pen, palette, heat, row, column);
      }
    }
    pointed.get().ifPresent(pair -> frame(pen, palette, pair));
  }

  private void heads(GraphicsContext pen, Palette palette, int index) {
    int node = grid.nodes().get(index);
    var text = Heat.colour(palette.argb(Ink.of(Role.TEXT)));
    var muted = Heat.colour(palette.argb(Ink.of(Role.MUTED)));
    boolean rowLit = pointed.get().filter(pair -> pair.from() == node).isPresent();
    boolean columnLit = pointed.get().filter(pair -> pair.to() == node).isPresent();
    font(pen, rowLit);
    pen.setFill(rowLit ? text : muted);
    pen.fillText("node " + node, grid.x(0) / 2, grid.y(index) + grid.height() / 2);
    font(pen, columnLit);
    pen.setFill(columnLit ? text : muted);
    pen.fillText(Integer.toString(node), grid.x(index) + grid.width() / 2, grid.y(0) / 2);
  }

  private void cell(GraphicsContext pen, Palette palette, Heat heat, int row, int column) {
    int from = grid.nodes().get(row);
    int to = grid.nodes().get(column);
    OptionalInt distance = matrix.between(from, to);
    double x = grid.x(column) + 1;
    double y = grid.y(row) + 1;
    double w = grid.width() - 2;
    double h = grid.height() - 2;
    boolean lit = pointed.get().filter(pair -> pair.from() == from || pair.to() == to).isPresent();
    pen.setGlobalAlpha(lit || pointed.get().isEmpty() ? 1 : 0.55);
    boolean reachable = distance.orElse(Heat.UNREACHABLE) < Heat.UNREACHABLE;
    if (reachable) {
      pen.setFill(heat.fill(distance.getAsInt()));
      pen.fillRoundRect(x, y, w, h, 4, 4);
    } else {
      hatch(pen, palette, x, y, w, h);
    }
    pen.setStroke(Heat.colour(palette.argb(Ink.of(Role.FAINT_BORDER))));
    pen.strokeRoundRect(x + 0.5, y + 0.5, w - 1, h - 1, 4, 4);
    if (grid.width() >= READABLE) {
      font(pen, from == to);
      pen.setFill(
          reachable ? heat.ink(distance.getAsInt()) : Heat.colour(palette.argb(Ink.of(Role.TEXT))));
      String number = distance.isPresent() ? Integer.toString(distance.getAsInt()) : "?";
      pen.fillText(reachable || distance.isEmpty() ? number : "∞", x + w / 2, y + h / 2);
    }
    pen.setGlobalAlpha(1);
  }

  private static void hatch(
      GraphicsContext pen, Palette palette, double x, double y, double w, double h) {
    pen.save();
    pen.beginPath();
    pen.rect(x, y, w, h);
    pen.clip();
    pen.setStroke(Heat.colour(palette.argb(Ink.of(Role.HATCH))));
    for (double at = -h; at < w; at += 6) {
      pen.strokeLine(x + at, y + h, x + at + h, y);
    }
    pen.restore();
  }

  private void frame(GraphicsContext pen, Palette palette, Pair pair) {
    Color line = Heat.colour(palette.argb(Ink.of(Role.SELECTED)));
    pen.setStroke(line);
    pen.setLineWidth(2);
    double x = grid.x(grid.nodes().indexOf(pair.to()));
    double y = grid.y(grid.nodes().indexOf(pair.from()));
    pen.strokeRoundRect(x + 1, y + 1, grid.width() - 2, grid.height() - 2, 5, 5);
    pen.setLineWidth(1);
  }

  private static void font(GraphicsContext pen, boolean bold) {
    pen.setFont(Font.font(Theme.sans(), bold ? FontWeight.BOLD : FontWeight.NORMAL, 12));
  }
}
