package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Finds the shapes that an area shows at a zoom without looking at the others.
///
/// Shapes that are painted one after another lie near each other: a node, its cores, their PUs. So
/// every run of shapes is remembered by the area and the zooms it is shown in, and every run of
/// runs again. Painting order is kept for nothing.
final class ShapeIndex {

  private static final int RUN = 16;

  /// Numbers a run: left, top, right, bottom, first and last zoom.
  private static final int FIELDS = 6;

  private final List<Shape> shapes;
  private final List<double[]> levels = new ArrayList<>();

  ShapeIndex(List<Shape> shapes) {
    this.shapes = shapes;
    levels.add(runsOfShapes());
    while (levels.getLast().length > RUN * FIELDS) {
      levels.add(runsOfRuns(levels.getLast()));
    }
  }

  private static double[] nothing(int runs) {
    double[] all = new double[runs * FIELDS];
    for (int run = 0; run < runs; run++) {
      for (int field = 0; field < FIELDS; field++) {
        all[run * FIELDS + field] =
            lowest(field) ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
      }
    }
    return all;
  }

  private static boolean lowest(int field) {
    return field < 2 || field == 4;
  }

  private double[] runsOfShapes() {
    double[] runs = nothing(Math.ceilDiv(shapes.size(), RUN));
    for (int number = 0; number < shapes.size(); number++) {
      var shape = shapes.get(number);
      var bounds = shape.bounds();
      var detail = shape.detail();
      int at = number / RUN * FIELDS;
      runs[at] = Math.min(runs[at], bounds.x());
      runs[at + 1] = Math.min(runs[at + 1], bounds.y());
      runs[at + 2] = Math.max(runs[at + 2], bounds.right());
      runs[at + 3] = Math.max(runs[at + 3], bounds.bottom());
      runs[at + 4] = Math.min(runs[at + 4], detail.from());
      runs[at + 5] = Math.max(runs[at + 5], detail.below());
    }
    return runs;
  }

  private static double[] runsOfRuns(double[] inner) {
    int count = inner.length / FIELDS;
    double[] runs = nothing(Math.ceilDiv(count, RUN));
    for (int number = 0; number < count; number++) {
      int at = number / RUN * FIELDS;
      for (int field = 0; field < FIELDS; field++) {
        double value = inner[number * FIELDS + field];
        runs[at + field] =
            lowest(field) ? Math.min(runs[at + field], value) : Math.max(runs[at + field], value);
      }
    }
    return runs;
  }

  /// Hands over, in painting order, every shape that touches the area and is shown at the zoom.
  void each(Rect area, double zoom, Consumer<? super Shape> seen) {
    int top = levels.size() - 1;
    each(top, 0, levels.get(top).length / FIELDS, area, zoom, seen);
  }

  private void each(
      int level, int first, int end, Rect area, double zoom, Consumer<? super Shape> seen) {
    double[] runs = levels.get(level);
    int last = Math.min(end, runs.length / FIELDS);
    for (int run = first; run < last; run++) {
      if (!shows(runs, run * FIELDS, area, zoom)) {
        continue;
      }
      if (level > 0) {
        each(level - 1, run * RUN, (run + 1) * RUN, area, zoom, seen);
      } else {
        shapes(run * RUN, area, zoom, seen);
      }
    }
  }

  private static boolean shows(double[] runs, int at, Rect area, double zoom) {
    return runs[at] <= area.right()
        && runs[at + 1] <= area.bottom()
        && runs[at + 2] >= area.x()
        && runs[at + 3] >= area.y()
        && runs[at + 4] <= zoom
        && runs[at + 5] > zoom;
  }

  private void shapes(int first, Rect area, double zoom, Consumer<? super Shape> seen) {
    int end = Math.min(first + RUN, shapes.size());
    for (int number = first; number < end; number++) {
      var shape = shapes.get(number);
      if (shape.detail().shows(zoom) && area.touches(shape.bounds())) {
        seen.accept(shape);
      }
    }
  }
}
