package org.numascape.drawing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;

/// What the colours, patterns and signs of a picture mean: only those that occur in it.
public interface Legend {

  /// What something looks like.
  ///
  /// @param sign a letter or two on it, may be empty
  /// @param on the ink of the sign
  record Swatch(Ink fill, Ink border, Pattern pattern, String sign, Ink on) {
    static Swatch plain(Ink fill) {
      return new Swatch(fill, Ink.NONE, Pattern.SOLID, "", Ink.NONE);
    }

    static Swatch bordered(Ink fill, Ink border, Pattern pattern) {
      return new Swatch(fill, border, pattern, "", Ink.NONE);
    }

    static Swatch signed(String sign, Ink on) {
      return new Swatch(Ink.NONE, Ink.NONE, Pattern.SOLID, sign, on);
    }
  }

  /// One line of a legend.
  record Entry(Swatch swatch, String words) {}

  /// The legend of the picture of a design.
  static List<Entry> of(Analysis analysis, DrawingOptions options) {
    var overlay = OverlayOf.of(analysis);
    var tints = TintsOf.of(analysis, options.colouring());
    var entries = new LinkedHashSet<Entry>();
    entries.addAll(LegendOf.colours(overlay, tints));
    entries.addAll(LegendOf.states(analysis.host(), overlay, tints));
    entries.addAll(LegendOf.memory(overlay));
    entries.addAll(LegendOf.arcs(overlay));
    entries.addAll(LegendOf.host(analysis, options));
    return List.copyOf(entries);
  }

  /// A drawing with its legend below it, for files and paper.
  static Drawing below(Drawing drawing, List<Entry> entries, TextMetrics metrics) {
    var sketch = new Sketch(metrics);
    var look = Lettering.plain(11, Ink.of(Role.TEXT));
    double widest =
        entries.stream().mapToDouble(entry -> sketch.width(entry.words(), look)).max().orElse(0);
    double pad = Spacing.MARGIN;
    double room = Math.max(60, drawing.width() - 2 * pad);
    int columns = (int) Math.max(1, (room + 12) / (widest + 42));
    double each = room / columns;
    int rows = Math.ceilDiv(entries.size(), columns);
    double height = entries.isEmpty() ? 0 : rows * 20 + pad;
    var ground = new Rect(0, drawing.height(), drawing.width(), height);
    sketch.decoration(
        "legend", ground, 0, Ink.of(Role.CANVAS), Ink.NONE, Optional.empty(), Detail.ALWAYS);
    for (int at = 0; at < entries.size(); at++) {
      int column = at / rows;
      int row = at % rows;
      double x = pad + column * each;
      double y = drawing.height() + row * 20 + 10;
      var entry = entries.get(at);
      swatch(sketch, entry.swatch(), new Rect(x, y - 7, 20, 14));
      var spot = Spot.from(x + 28, y, each - 36);
      sketch.write(entry.words(), look, spot, Optional.empty(), Detail.ALWAYS);
    }
    var all = new ArrayList<>(drawing.shapes());
    all.addAll(sketch.shapes());
    return new Drawing(drawing.width(), drawing.height() + height, all);
  }

  private static void swatch(Sketch sketch, Swatch swatch, Rect rect) {
    if (!swatch.fill().equals(Ink.NONE) || !swatch.border().equals(Ink.NONE)) {
      double line = swatch.border().equals(Ink.NONE) ? 0 : 1;
      sketch.add(
          new Shape.Box(
              "",
              "legend",
              rect,
              3,
              swatch.fill(),
              swatch.border(),
              line,
              swatch.pattern(),
              Optional.empty(),
              Detail.ALWAYS));
    }
    if (!swatch.sign().isEmpty()) {
      var look = Lettering.bold(10, swatch.on());
      sketch.write(swatch.sign(), look, Spot.in(rect, 0), Optional.empty(), Detail.ALWAYS);
    }
  }

  /// The words of a legend alone, for those who cannot see it.
  static Stream<String> words(List<Entry> entries) {
    return entries.stream().map(Entry::words);
  }
}
