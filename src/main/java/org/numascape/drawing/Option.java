package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One shape a box can take, at its smallest.
///
/// @param columns how many columns its parts stand in
/// @param parts the shape each part takes
record Option(double width, double height, int columns, List<Option> parts) {

  /// More shapes of one box than this are not carried on.
  private static final int KEPT = 10;

  /// The shapes that no other beats in width and height, narrowest first, thinned out evenly.
  static List<Option> best(List<Option> all) {
    var sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(Option::width).thenComparingDouble(Option::height));
    var kept = new ArrayList<Option>();
    double lowest = Double.POSITIVE_INFINITY;
    for (var option : sorted) {
      if (option.height() < lowest - 1e-6) {
        kept.add(option);
        lowest = option.height();
      }
    }
    if (kept.size() <= KEPT) {
      return List.copyOf(kept);
    }
    var thinned = new ArrayList<Option>();
    for (int at = 0; at < KEPT; at++) {
      thinned.add(kept.get(at * (kept.size() - 1) / (KEPT - 1)));
    }
    return List.copyOf(thinned);
  }

  /// The shape that can be shown largest in an area.
  static Option fitting(List<Option> options, double width, double height) {
    return options.stream()
        .max(Comparator.comparingDouble(o -> Math.min(width / o.width(), height / o.height())))
        .orElseThrow();
  }
}
