package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One shape a box can take, at its smallest.
///
/// @param columns how many columns its parts stand in
/// @param parts the shape each part takes
/// @param cramped whether some node in it is too narrow for all its words
/// @param moreWidth how much wider it may grow before its PUs look odd; `moreHeight` likewise
record Option(
    double width,
    double height,
    int columns,
    List<Option> parts,
    boolean cramped,
    double moreWidth,
    double moreHeight) {

  /// More shapes of one box than this are not carried on.
  private static final int KEPT = 10;

  /// The same with other parts and another height.
  Option with(List<Option> otherParts, double otherHeight, double otherMoreHeight) {
    return new Option(width, otherHeight, columns, otherParts, cramped, moreWidth, otherMoreHeight);
  }

  /// The shapes that no other beats in width and height, narrowest first, thinned out evenly. A
  /// shape that is cramped beats none.
  static List<Option> best(List<Option> all) {
    var sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(Option::width).thenComparingDouble(Option::height));
    var kept = new ArrayList<Option>();
    double lowest = Double.POSITIVE_INFINITY;
    double roomy = Double.POSITIVE_INFINITY;
    for (var option : sorted) {
      double beaten = option.cramped() ? lowest : roomy;
      if (option.height() < beaten - 1e-6) {
        kept.add(option);
        lowest = Math.min(lowest, option.height());
        roomy = option.cramped() ? roomy : option.height();
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

  /// The shape that can be shown largest in an area. Words cut short count as a quarter smaller,
  /// and nothing counts as larger than its full size.
  static Option fitting(List<Option> options, double width, double height) {
    return options.stream()
        .max(
            Comparator.comparingDouble(
                    (Option o) -> Math.min(1, o.scale(width, height)) * o.comfort())
                .thenComparingDouble(o -> o.scale(width, height)))
        .orElseThrow();
  }

  private double scale(double areaWidth, double areaHeight) {
    return Math.min(areaWidth / width, areaHeight / height);
  }

  private double comfort() {
    return cramped ? 0.75 : 1;
  }
}
