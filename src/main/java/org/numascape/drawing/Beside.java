package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.numascape.design.Item;
import org.numascape.drawing.Shape.Anchor;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;

/// Two pictures beside each other: lines from things in the second to where they sit in the first,
/// and numbered marks on what does not fit. The same shapes go over a window and into a file.
public interface Beside {

  /// Where the second picture is, seen from the first.
  enum Side {
    /// To the right of it.
    RIGHT,
    /// Below it.
    BELOW
  }

  /// How a line is seen among the others.
  enum Weight {
    /// Pale, while others are looked at.
    FAINT,
    /// As one of many.
    PLAIN,
    /// Looked at.
    STRONG
  }

  /// A line.
  ///
  /// @param from in the second picture
  /// @param to in the first picture; what of it is not drawn has no line
  /// @param memory whether it is memory that lies there; else CPUs run there
  record Link(Item from, List<Item> to, Ink ink, boolean memory, Weight weight) {
    /// Copies the list.
    public Link {
      to = List.copyOf(to);
    }

    /// The same line seen otherwise.
    public Link seen(Weight other) {
      return new Link(from, to, ink, memory, other);
    }
  }

  /// A number on a box.
  record Mark(Item item, int number) {}

  /// Sentences below a picture, each with the number of its marks.
  record Note(int number, String title, String words) {}

  /// The lines that can be drawn.
  ///
  /// @param second where things of the second picture are
  /// @param first where things of the first picture are
  static List<Shape> lines(
      List<Link> links,
      Function<Item, Optional<Rect>> second,
      Function<Item, Optional<Rect>> first,
      Side side) {
    var shapes = new ArrayList<Shape>();
    for (var weight : Weight.values()) {
      for (var link : links) {
        if (link.weight() == weight) {
          second
              .apply(link.from())
              .ifPresent(from ->
                  link.to().stream()
                      .flatMap(item -> first.apply(item).stream())
                      .forEach(to -> shapes.add(line(link, from, to, side, shapes.size()))));
        }
      }
    }
    return shapes;
  }

  private static Shape line(Link link, Rect from, Rect to, Side side, int number) {
    boolean right = side == Side.RIGHT;
    double x1 = right ? from.x() : aside(from.x(), from.width());
    double y1 = right ? aside(from.y(), from.height()) : from.y();
    double x2 = right ? to.right() : aside(to.x(), to.width());
    double y2 = right ? aside(to.y(), to.height()) : to.bottom();
    double bend = Math.max(24, 0.45 * (right ? Math.abs(x1 - x2) : Math.abs(y1 - y2)));
    var curve =
        right
            ? new Shape.Curve(x1 - bend, y1, x2 + bend, y2, x2, y2)
            : new Shape.Curve(x1, y1 - bend, x2, y2 + bend, x2, y2);
    double width = (link.memory() ? 2.4 : 1.2) * (link.weight() == Weight.STRONG ? 1.5 : 1);
    double opacity =
        switch (link.weight()) {
          case FAINT -> 0.13;
          case PLAIN -> link.memory() ? 0.85 : 0.5;
          case STRONG -> 1;
        };
    var bounds =
        new Rect(
            Math.min(x1, x2) - bend,
            Math.min(y1, y2) - bend,
            Math.abs(x1 - x2) + 2 * bend,
            Math.abs(y1 - y2) + 2 * bend);
    return new Shape.Arc(
        "link_" + number,
        bounds,
        x1,
        y1,
        List.of(curve),
        width,
        link.ink(),
        opacity,
        Optional.empty(),
        Detail.ALWAYS);
  }

  /// Where on the side of a box a line ends: past its words, which stand in the middle.
  private static double aside(double start, double length) {
    return start + length * (length > 26 ? 0.87 : 0.5);
  }

  /// Marks on the boxes that can be found; a box too small for a number is only outlined.
  static List<Shape> marks(List<Mark> marks, Function<Item, Optional<Rect>> where) {
    var sketch = new Sketch((text, size, bold, mono) -> text.length() * size * 0.6);
    for (var mark : marks) {
      where.apply(mark.item()).ifPresent(area -> mark(sketch, mark.number(), area));
    }
    return sketch.shapes();
  }

  private static void mark(Sketch sketch, int number, Rect area) {
    double arc = Math.min(8, 3 + Math.min(area.width(), area.height()) / 8);
    sketch.add(
        new Shape.Box(
            "",
            "mismatch",
            area,
            arc,
            Ink.NONE,
            Ink.of(Role.WARN),
            2,
            Pattern.SOLID,
            Optional.empty(),
            Detail.ALWAYS));
    if (Math.min(area.width(), area.height()) >= 22) {
      badge(sketch, number, area.right() - 3, area.y() + 3);
    }
  }

  /// Frames around what is selected, of what can be found.
  static List<Shape> chosen(List<Item> items, Function<Item, Optional<Rect>> where) {
    return items.stream()
        .flatMap(item -> where.apply(item).stream())
        .<Shape>map(area ->
            new Shape.Box(
                "",
                "selected",
                new Rect(area.x() - 1, area.y() - 1, area.width() + 2, area.height() + 2),
                Math.min(8, 3 + Math.min(area.width(), area.height()) / 8),
                Ink.NONE,
                Ink.of(Role.SELECTED),
                2,
                Pattern.SOLID,
                Optional.empty(),
                Detail.ALWAYS))
        .toList();
  }

  private static void badge(Sketch sketch, int number, double x, double y) {
    double half = 7.5;
    var disc = new Rect(x - half, y - half, 2 * half, 2 * half);
    sketch.decoration(
        "mismatch",
        disc,
        half,
        Ink.of(Role.WARN_PALE),
        Ink.of(Role.WARN),
        Optional.empty(),
        Detail.ALWAYS);
    sketch.add(
        new Shape.Label(
            Integer.toString(number),
            disc,
            x,
            y + 3.6,
            10,
            Anchor.MIDDLE,
            true,
            false,
            Ink.of(Role.WARN),
            Optional.empty(),
            Detail.ALWAYS));
  }

  /// One picture of both, for files and paper: the second beside the first, lines between, notes
  /// below.
  static Drawing of(
      Drawing first,
      Drawing second,
      Side side,
      List<Link> links,
      List<Mark> marks,
      List<Note> notes,
      TextMetrics metrics) {
    double gap = 56;
    boolean right = side == Side.RIGHT;
    double dx = right ? first.width() + gap : 0;
    double dy = right ? 0 : first.height() + gap;
    double width = right ? dx + second.width() : Math.max(first.width(), second.width());
    double height = right ? Math.max(first.height(), second.height()) : dy + second.height();
    var shapes = new ArrayList<>(first.shapes());
    second.shapes().forEach(shape -> shapes.add(Moved.by(shape, dx, dy, "guest-")));
    var host = HitTest.of(first);
    var inside = HitTest.of(second);
    Function<Item, Optional<Rect>> there =
        item ->
            inside
                .boundsOf(item)
                .map(area -> new Rect(area.x() + dx, area.y() + dy, area.width(), area.height()));
    shapes.addAll(lines(links, there, host::boundsOf, side));
    shapes.addAll(marks(marks, there));
    double foot = notes(notes, width, height, metrics, shapes);
    return new Drawing(width, height + foot, shapes);
  }

  private static double notes(
      List<Note> notes, double width, double top, TextMetrics metrics, List<Shape> shapes) {
    if (notes.isEmpty()) {
      return 0;
    }
    var sketch = new Sketch(metrics);
    var look = Lettering.plain(11, Ink.of(Role.TEXT));
    double pad = Spacing.MARGIN;
    double y = top + pad;
    for (var note : notes) {
      badge(sketch, note.number(), pad + 8, y + 8);
      for (var line : wrapped(note.title() + ". " + note.words(), sketch, look, width - pad - 40)) {
        var spot = Sketch.Spot.from(pad + 24, y + 8, width - pad - 36);
        sketch.write(line, look, spot, Optional.empty(), Detail.ALWAYS);
        y += 16;
      }
      y += 6;
    }
    shapes.addAll(sketch.shapes());
    return y - top;
  }

  private static List<String> wrapped(String text, Sketch sketch, Lettering look, double room) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && !sketch.fits(longer, look, room)) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
