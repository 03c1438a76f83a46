package org.numascape.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Shape.Anchor;
import org.numascape.drawing.Shape.Pattern;

/// A drawing in the making: takes shapes in painting order and sees to it that text fits.
final class Sketch {

  private static final String ELLIPSIS = "…";

  /// How a text looks.
  record Lettering(double size, boolean bold, boolean mono, Ink ink) {
    static Lettering plain(double size, Ink ink) {
      return new Lettering(size, false, false, ink);
    }

    static Lettering bold(double size, Ink ink) {
      return new Lettering(size, true, false, ink);
    }

    static Lettering mono(double size, Ink ink) {
      return new Lettering(size, false, true, ink);
    }
  }

  /// Where a line of text stands: its anchor, the middle of its height, and how wide it may be.
  record Spot(Anchor anchor, double x, double y, double room) {
    static Spot from(double x, double y, double room) {
      return new Spot(Anchor.START, x, y, room);
    }

    static Spot upTo(double x, double y, double room) {
      return new Spot(Anchor.END, x, y, room);
    }

    static Spot amid(double x, double y, double room) {
      return new Spot(Anchor.MIDDLE, x, y, room);
    }

    /// In the middle of a box, with some space at both sides.
    static Spot in(Rect box, double side) {
      return amid(box.centreX(), box.centreY(), box.width() - 2 * side);
    }
  }

  private record Measured(String text, double size, boolean bold, boolean mono) {}

  private final TextMetrics metrics;
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<Measured, Double> widths = new HashMap<>();

  Sketch(TextMetrics metrics) {
    this.metrics = metrics;
  }

  /// The drawing, finished.
  Drawing drawing(double width, double height) {
    return new Drawing(width, height, shapes);
  }

  /// What is on it so far.
  List<Shape> shapes() {
    return shapes;
  }

  void add(Shape shape) {
    shapes.add(shape);
  }

  /// A plain box without meaning of its own.
  void decoration(
      String kind,
      Rect bounds,
      double radius,
      Ink fill,
      Ink border,
      Optional<Item> item,
      Detail detail) {
    double line = border.equals(Ink.NONE) ? 0 : 1;
    add(new Shape.Box("", kind, bounds, radius, fill, border, line, Pattern.SOLID, item, detail));
  }

  double width(String text, Lettering look) {
    return widths.computeIfAbsent(
        new Measured(text, look.size(), look.bold(), look.mono()),
        key -> metrics.width(text, look.size(), look.bold(), look.mono()));
  }

  /// Whether a text fits a width whole.
  boolean fits(String text, Lettering look, double room) {
    return width(text, look) <= room;
  }

  /// Writes a text; shortens it to its room, or leaves it out where not even two letters fit.
  ///
  /// @return the width it took, 0 when it was left out
  double write(String text, Lettering look, Spot spot, Optional<Item> item, Detail detail) {
    String shown = shortened(text, look, spot.room());
    if (shown.isEmpty()) {
      return 0;
    }
    double width = width(shown, look);
    double left =
        switch (spot.anchor()) {
          case START -> spot.x();
          case MIDDLE -> spot.x() - width / 2;
          case END -> spot.x() - width;
        };
    double height = look.size() * 1.25;
    add(
        new Shape.Label(
            shown,
            new Rect(left, spot.y() - height / 2, width, height),
            spot.x(),
            spot.y() + look.size() * 0.36,
            look.size(),
            spot.anchor(),
            look.bold(),
            look.mono(),
            look.ink(),
            item,
            detail.and(Detail.readable(look.size()))));
    return width;
  }

  /// Writes the longest of several wordings that fits whole; nothing where none does.
  ///
  /// @return the width it took
  double say(List<String> wordings, Lettering look, Spot spot, Optional<Item> item, Detail detail) {
    for (String words : wordings) {
      if (fits(words, look, spot.room())) {
        return write(words, look, spot, item, detail);
      }
    }
    return 0;
  }

  private String shortened(String text, Lettering look, double room) {
    if (fits(text, look, room)) {
      return text;
    }
    int kept = text.codePointCount(0, text.length()) - 1;
    while (kept >= 2) {
      String cut = text.substring(0, text.offsetByCodePoints(0, kept)).stripTrailing() + ELLIPSIS;
      if (metrics.width(cut, look.size(), look.bold(), look.mono()) <= room) {
        return cut;
      }
      kept--;
    }
    return "";
  }
}
