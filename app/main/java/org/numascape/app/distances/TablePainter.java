package org.numascape.app.distances;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.numascape.app.distances.MatrixGrid.Pair;
import org.numascape.app.theme.Theme;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Role;
import org.numascape.topology.ObjectId;

/// Paints what is in sight of a table.
///
/// @param left how far cells are scrolled, in pixels; `top` likewise
/// @param lit parts of the host whose rows and columns stand out
record TablePainter(
    GraphicsContext pen,
    Table table,
    MatrixGrid grid,
    Palette palette,
    Heat heat,
    double left,
    double top,
    Optional<Pair> pointed,
    List<ObjectId> lit) {

  /// Paints on an area of that size in pixels.
  void paint(double width, double height) {
    pen.setTextAlign(TextAlignment.CENTER);
    pen.setTextBaseline(VPos.CENTER);
    int firstRow = (int) Math.floor(top / grid.height());
    int lastRow = last(top + height - MatrixGrid.TOP, grid.height(), grid.rows());
    int firstColumn = (int) Math.floor(left / grid.width());
    int lastColumn = last(left + width - grid.head(), grid.width(), grid.columns());
    pen.save();
    pen.beginPath();
    pen.rect(grid.head(), MatrixGrid.TOP, width, height);
    pen.clip();
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        cell(row, column);
      }
    }
    pointed.ifPresent(this::frame);
    pen.restore();
    pen.save();
    pen.beginPath();
    pen.rect(0, MatrixGrid.TOP, grid.head(), height);
    pen.clip();
    for (int row = firstRow; row <= lastRow; row++) {
      boolean strong = strong(row, table.rows(), pointed.map(Pair::row));
      head(table.rows().get(row).name(), grid.head() / 2, y(row) + grid.height() / 2, strong);
    }
    pen.restore();
    pen.save();
    pen.beginPath();
    pen.rect(grid.head(), 0, width, MatrixGrid.TOP);
    pen.clip();
    for (int column = firstColumn; column <= lastColumn; column++) {
      boolean strong = strong(column, table.columns(), pointed.map(Pair::column));
      String name = MatrixGrid.brief(table.columns().get(column));
      head(name, x(column) + grid.width() / 2, MatrixGrid.TOP / 2, strong);
    }
    pen.restore();
  }

  private static int last(double end, double size, int count) {
    return Math.min(count - 1, (int) Math.floor(end / size));
  }

  private double x(int column) {
    return grid.x(column) - left;
  }

  private double y(int row) {
    return grid.y(row) - top;
  }

  private boolean strong(int index, List<Table.Head> heads, Optional<Integer> at) {
    return at.filter(here -> here == index).isPresent() || lit(heads.get(index));
  }

  private boolean lit(Table.Head head) {
    return !Collections.disjoint(head.objects(), lit);
  }

  private void head(String words, double x, double y, boolean strong) {
    font(strong);
    pen.setFill(colour(strong ? Role.TEXT : Role.MUTED));
    pen.fillText(words, x, y);
  }

  private void cell(int row, int column) {
    var value = table.at(row, column);
    double x = x(column) + 1;
    double y = y(row) + 1;
    double w = grid.width() - 2;
    double h = grid.height() - 2;
    boolean strong =
        pointed.isPresent()
            ? pointed.get().row() == row || pointed.get().column() == column
            : lit.isEmpty() || lit(table.rows().get(row)) || lit(table.columns().get(column));
    pen.setGlobalAlpha(strong ? 1 : 0.55);
    boolean told = value.isPresent() && !table.unreachable(value.getAsLong());
    if (told) {
      pen.setFill(heat.fill(value.getAsLong()));
      pen.fillRoundRect(x, y, w, h, 4, 4);
      if (table.estimated(row, column)) {
        hatch(x, y, w, h);
      }
    } else if (value.isPresent()) {
      hatch(x, y, w, h);
    }
    pen.setStroke(colour(Role.FAINT_BORDER));
    pen.setLineWidth(1);
    pen.strokeRoundRect(x + 0.5, y + 0.5, w - 1, h - 1, 4, 4);
    boolean own =
        !Collections.disjoint(
            table.rows().get(row).objects(), table.columns().get(column).objects());
    font(own);
    pen.setFill(
        told ? heat.ink(value.getAsLong()) : colour(value.isPresent() ? Role.TEXT : Role.MUTED));
    pen.fillText(table.text(row, column), x + w / 2, y + h / 2);
    pen.setGlobalAlpha(1);
  }

  /// Slanted lines that keep to the cell by themselves.
  private void hatch(double x, double y, double w, double h) {
    pen.setStroke(colour(Role.HATCH));
    for (double at = 6 - h; at < w; at += 6) {
      double from = Math.max(0, -at);
      double to = Math.min(h, w - at);
      pen.strokeLine(x + at + from, y + h - from, x + at + to, y + h - to);
    }
  }

  private void frame(Pair pair) {
    pen.setStroke(colour(Role.SELECTED));
    pen.setLineWidth(2);
    pen.strokeRoundRect(
        x(pair.column()) + 1, y(pair.row()) + 1, grid.width() - 2, grid.height() - 2, 5, 5);
    pen.setLineWidth(1);
  }

  private Color colour(Role role) {
    return Heat.colour(palette.argb(Ink.of(role)));
  }

  private void font(boolean bold) {
    pen.setFont(Font.font(Theme.sans(), bold ? FontWeight.BOLD : FontWeight.NORMAL, 12));
  }
}
