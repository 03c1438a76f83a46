package org.numascape.drawing;

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

  /// A cubic curve with an arrow head at its end.
  record Arc(
      String id,
      Rect bounds,
      double x1,
      double y1,
      double controlX1,
      double controlY1,
      double controlX2,
      double controlY2,
      double x2,
      double y2,
      double width,
      Ink ink,
      double opacity,
      Optional<Item> item,
      Detail detail)
      implements Shape {}
}
