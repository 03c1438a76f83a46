package org.numascape.app.canvas;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.numascape.drawing.GlyphWidths;
import org.numascape.drawing.TextMetrics;

/// Text widths as JavaFX paints them. FX thread only.
final class FxTextMetrics implements TextMetrics {

  private final String sans;
  private final String mono;
  private final Text probe = new Text();

  private FxTextMetrics(String sans, String mono) {
    this.sans = sans;
    this.mono = mono;
  }

  /// Metrics for two font families, remembered by character.
  static TextMetrics of(String sans, String mono) {
    return GlyphWidths.of(new FxTextMetrics(sans, mono));
  }

  @Override
  public double width(String text, double size, boolean bold, boolean isMono) {
    probe.setText(text);
    probe.setFont(font(isMono ? mono : sans, size, bold));
    return probe.getLayoutBounds().getWidth();
  }

  /// The font a label is painted in.
  static Font font(String family, double size, boolean bold) {
    return Font.font(family, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
  }
}
