package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;

/// One thing to paint. Shapes are painted in the order of their drawing, later over earlier.
public sealed interface Shape {

  /// What a pointer over it points at; empty for decoration.
  Optional<Item> item();

  /// The zooms it is shown at.
  Detail detail();

  /// A rectangle that contains everything painted.
  Rect bounds();

  /// How the inside of a box is painted over its fill.
  enum Pattern {
    /// Plain.
    SOLID,
    /// Slanted lines in the border's ink: kept for the host.
    HATCHED,
    /// Plain inside a dashed border: kept idle.
    DASHED,
    /// Two diagonals in the border's ink: offline.
    CROSSED
  }

  /// Where a label stands to its `x`.
  enum Anchor {
    /// Begins there.
    START,
    /// Has its middle there.
    MIDDLE,
    /// Ends there.
    END
  }

  /// A rectangle with round corners.
  ///
  /// @param id unique in the drawing; empty for decoration. It is the SVG id
  /// @param kind hwloc's name of what it stands for (`Core`), or a word of ours (`memory-used`);
  ///   the SVG class
  record Box(
      String id,
      String kind,
      Rect bounds,
      double radius,
      Ink fill,
      Ink border,
      double borderWidth,
      Pattern pattern,
      Optional<Item> item,
      Detail detail)
      implements Shape {}

  /// One line of text.
  ///
  /// @param bounds the box the text fills, as measured
  /// @param x where its anchor is; `baseline` is the y of its baseline
  /// @param size font size in drawing units
  record Label(
      String text,
      Rect bounds,
      double x,
      double baseline,
      double size,
      Anchor anchor,
      boolean bold,
      boolean mono,
      Ink ink,
      Optional<Item> item,
      Detail detail)
      implements Shape {}

  /// A straight line.
  ///
  /// @param kind a word for what it is (`bus`, `distance`); the SVG class
  record Line(
      String id,
      String kind,
      double x1,
      double y1,
      double x2,
      double y2,
      double width,
      Ink ink,
      Optional<Item> item,
      Detail detail)
      implements Shape {
    @Override
    public Rect bounds() {
      double half = width / 2;
      return new Rect(
          Math.min(x1, x2) - half,
          Math.min(y1, y2) - half,
          Math.abs(x2 - x1) + width,
          Math.abs(y2 - y1) + width);
    }
  }

  /// A smooth line with a dot at its start and an arrow head at its end.
  ///
  /// @param x where it starts; `curves` follow one another from there
  record Arc(
      String id,
      Rect bounds,
      double x,
      double y,
      List<Curve> curves,
      double width,
      Ink ink,
      double opacity,
      Optional<Item> item,
      Detail detail)
      implements Shape {

    /// Copies the list.
    public Arc {
      curves = List.copyOf(curves);
    }

    /// The arrow head: it points where the last curve goes, and grows with the width of the line.
    public Head head() {
      var last = curves.getLast();
      double dx = last.x() - last.controlX2();
      double dy = last.y() - last.controlY2();
      double length = Math.max(1e-9, Math.hypot(dx, dy));
      double ux = dx / length;
      double uy = dy / length;
      double size = 4 + 1.6 * width;
      double backX = last.x() - ux * size * 1.5;
      double backY = last.y() - uy * size * 1.5;
      return new Head(
          last.x(),
          last.y(),
          backX - uy * size * 0.75,
          backY + ux * size * 0.75,
          backX + uy * size * 0.75,
          backY - ux * size * 0.75);
    }
  }

  /// A triangle: its tip and its two other corners.
  record Head(double tipX, double tipY, double leftX, double leftY, double rightX, double rightY) {}

  /// A cubic curve from wherever the line is to `x`, `y`.
  record Curve(
      double controlX1, double controlY1, double controlX2, double controlY2, double x, double y) {}
}
