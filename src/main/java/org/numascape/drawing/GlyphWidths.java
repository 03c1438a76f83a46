package org.numascape.drawing;

import java.util.HashMap;
import java.util.Map;

/// Text metrics that ask a slow toolkit once a character and add up from then on. Ignores kerning,
/// so a text may come out a trifle narrower on screen.
///
/// Remembers what it asked: one instance belongs to one thread.
public final class GlyphWidths implements TextMetrics {

  private static final double PROBE = 100;

  private final TextMetrics toolkit;
  private final Map<Integer, Double> widths = new HashMap<>();

  private GlyphWidths(TextMetrics toolkit) {
    this.toolkit = toolkit;
  }

  /// Metrics that ask `toolkit` for single characters only.
  public static GlyphWidths of(TextMetrics toolkit) {
    return new GlyphWidths(toolkit);
  }

  @Override
  public double width(String text, double size, boolean bold, boolean mono) {
    double sum = 0;
    int style = (bold ? 1 : 0) + (mono ? 2 : 0);
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int code = text.codePointAt(at);
      sum +=
          widths.computeIfAbsent(
              code * 4 + style,
              key -> toolkit.width(Character.toString(code), PROBE, bold, mono) / PROBE);
    }
    return sum * size;
  }
}
