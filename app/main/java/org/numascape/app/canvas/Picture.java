package org.numascape.app.canvas;

import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.design.HostSource;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Rect;
import org.numascape.drawing.TextMetrics;

/// A drawing with what is needed to point at things in it.
///
/// @param source the host it shows; empty before the first
record Picture(Optional<HostSource> source, DrawingOptions options, Drawing drawing, HitTest hits) {

  /// Before anything is drawn.
  static final Picture NONE =
      of(Optional.empty(), DrawingOptions.STANDARD, new Drawing(1, 1, List.of()));

  /// Draws a design, its boxes folded as use before it has them.
  static Picture of(Analysis facts, Analysis before, DrawingOptions options, TextMetrics metrics) {
    return of(
        Optional.of(facts.design().source()),
        options,
        Layout.draw(facts, before, options, metrics));
  }

  private static Picture of(Optional<HostSource> source, DrawingOptions options, Drawing drawing) {
    return new Picture(source, options, drawing, HitTest.of(drawing));
  }

  /// Everything, in drawing units.
  Rect area() {
    return new Rect(0, 0, drawing.width(), drawing.height());
  }
}
