package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Shape.Anchor;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.topology.TopologyObject;

/// A drawing in the making: takes shapes in painting order and sees to it that text fits.
final class Sketch {

  private static final String ELLIPSIS = "…";

  /// How a text looks.
  ///
  /// @param shown the zooms at which it can be read
  record Lettering(double size, boolean bold, boolean mono, Ink ink, Detail shown) {
    Lettering(double size, boolean bold, boolean mono, Ink ink) {
      this(size, bold, mono, ink, Detail.readable(size));
    }

    /// The same in another colour.
    Lettering in(Ink other) {
      return new Lettering(size, bold, mono, other, shown);
    }

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

  private final TextMetrics metrics;
  private final List<Shape> shapes = new ArrayList<>();
  private Detail base = Detail.ALWAYS;

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

  /// Takes a shape, unless no zoom shows it.
  void add(Shape shape) {
    if (shape.detail().from() < shape.detail().below()) {
      shapes.add(shape);
    }
  }

  /// From now on everything is shown at these zooms at most.
  ///
  /// @return what held until now
  Detail base(Detail zooms) {
    var before = base;
    base = zooms;
    return before;
  }

  /// The zooms of something that is drawn now.
  Detail shown(Detail wanted) {
    return wanted.and(base);
  }

  /// A box that stands for an object of the host. Its id is its kind and its logical index.
  void object(
      TopologyObject object, Rect rect, double radius, Ink fill, Ink border, Pattern pattern) {
    object(object, rect, radius, fill, border, pattern, Detail.ALWAYS);
  }

  /// A box that stands for an object of the host and is shown at some zooms only.
  void object(
      TopologyObject object,
      Rect rect,
      double radius,
      Ink fill,
      Ink border,
      Pattern pattern,
      Detail detail) {
    String kind = object.id().kind().hwlocName();
    double line = border.equals(Ink.NONE) ? 0 : 1;
    add(
        new Shape.Box(
            kind + "_" + object.id().logical(),
            kind,
            rect,
            radius,
            fill,
            border,
            line,
            pattern,
            FramePainter.item(object),
            detail.and(base)));
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
    add(
        new Shape.Box(
            "", kind, bounds, radius, fill, border, line, Pattern.SOLID, item, detail.and(base)));
  }

  /// A hatched box without meaning of its own: something kept from guests.
  void hatched(String kind, Rect bounds, double radius, Optional<Item> item, Detail detail) {
    var fill = Ink.of(Role.PU);
    var border = Ink.of(Role.HATCH);
    add(
        new Shape.Box(
            "", kind, bounds, radius, fill, border, 1, Pattern.HATCHED, item, detail.and(base)));
  }

  /// A straight line without meaning of its own.
  void line(String kind, double x1, double y1, double x2, double y2, Ink ink, Detail detail) {
    add(new Shape.Line("", kind, x1, y1, x2, y2, 1, ink, Optional.empty(), detail.and(base)));
  }

  double width(String text, Lettering look) {
    return metrics.width(text, look.size(), look.bold(), look.mono());
  }

  /// Whether a text fits a width whole.
  boolean fits(String text, Lettering look, double room) {
    return width(text, look) <= room;
  }

  /// Writes a text; shortens it to its room, or leaves it out where not even two letters fit.
  ///
  /// @return the width it took, 0 when it was left out
  double write(String text, Lettering look, Spot spot, Optional<Item> item, Detail detail) {
    double width = width(text, look);
    if (width <= spot.room()) {
      return put(text, width, look, spot, item, detail);
    }
    String shown = shortened(text, look, spot.room());
    return shown.isEmpty() ? 0 : put(shown, width(shown, look), look, spot, item, detail);
  }

  private double put(
      String text, double width, Lettering look, Spot spot, Optional<Item> item, Detail detail) {
    double left =
        switch (spot.anchor()) {
          case START -> spot.x();
          case MIDDLE -> spot.x() - width / 2;
          case END -> spot.x() - width;
        };
    double height = look.size() * 1.25;
    add(
        new Shape.Label(
            text,
            new Rect(left, spot.y() - height / 2, width, height),
            spot.x(),
            spot.y() + look.size() * 0.36,
            look.size(),
            spot.anchor(),
            look.bold(),
            look.mono(),
            look.ink(),
            item,
            detail.and(look.shown()).and(base)));
    return width;
  }

  /// Writes the longest of several wordings that fits whole; nothing where none does.
  ///
  /// @return the width it took
  double say(List<String> wordings, Lettering look, Spot spot, Optional<Item> item, Detail detail) {
    for (String words : wordings) {
      double width = width(words, look);
      if (width <= spot.room()) {
        return put(words, width, look, spot, item, detail);
      }
    }
    return 0;
  }

  /// Writes the longest wording that fits whole in larger letters, at the zooms where those of
  /// `look` are too small to read.
  void sayLarger(
      List<String> wordings, Lettering look, Spot spot, Optional<Item> item, Detail detail) {
    var larger = new Lettering(Scene.MIDDLE_SIZE, look.bold(), look.mono(), look.ink());
    say(wordings, larger, spot, item, detail.and(Detail.unreadable(look.size())));
  }

  private String shortened(String text, Lettering look, double room) {
    int kept = text.codePointCount(0, text.length()) - 1;
    while (kept >= 2) {
      String cut = text.substring(0, text.offsetByCodePoints(0, kept)).stripTrailing() + ELLIPSIS;
      if (width(cut, look) <= room) {
        return cut;
      }
      kept--;
    }
    return "";
  }
}
