package org.numascape.drawing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Text metrics that ask a slow toolkit once a character and add up from then on. Ignores kerning,
/// so a text may come out a trifle narrower on screen.
///
/// Remembers what it asked: one instance belongs to one thread.
public final class GlyphWidths implements TextMetrics {

  private static final double PROBE = 100;

  private final TextMetrics toolkit;
  private static final int COMMON = 128;

  private static final int STYLES = 4;

  private final double[] common = new double[COMMON * STYLES];

  private final Map<Integer, Double> others = new HashMap<>();

  private GlyphWidths(TextMetrics toolkit) {
    this.toolkit = toolkit;
    Arrays.fill(common, -1);
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
      sum += width(text.codePointAt(at), style);
    }
    return sum * size;
  }

  private double width(int code, int style) {
    int key = code * STYLES + style;
    if (code >= COMMON) {
      return others.computeIfAbsent(key, k -> asked(code, style));
    }
    if (common[key] < 0) {
      common[key] = asked(code, style);
    }
    return common[key];
  }

  private double asked(int code, int style) {
    return toolkit.width(Character.toString(code), PROBE, (style & 1) > 0, (style & 2) > 0) / PROBE;
  }
}
