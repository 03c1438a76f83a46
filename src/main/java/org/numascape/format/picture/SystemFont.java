package org.numascape.format.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Optional;

/// Characters that our fonts lack, such as Chinese and Arabic ones, from whatever the system has.
///
/// Asked for nothing else, because the system's fonts take long to start, and a server may have
/// none or lack the libraries they need.
interface SystemFont {

  private static Font font(boolean bold) {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1);
  }

  /// One glyph for a whole text, with its letters joined and in the order of its script; empty
  /// where the system cannot draw all of it.
  static Optional<Glyph> glyph(String text, boolean bold) {
    try {
      var font = font(bold).deriveFont(100f);
      if (font.canDisplayUpTo(text) >= 0) {
        return Optional.empty();
      }
      var layout = new TextLayout(text, font, new FontRenderContext(null, true, true));
      var shrunk = AffineTransform.getScaleInstance(0.01, -0.01);
      var outline = new Path2D.Double(layout.getOutline(shrunk));
      boolean inked = !outline.getBounds2D().isEmpty();
      return inked
          ? Optional.of(new Glyph(text, layout.getAdvance() / 100, outline))
          : Optional.empty();
    } catch (RuntimeException | LinkageError | InternalError e) {
      // A server without fonts or without their libraries: every JDK has its own way to say so.
      return Optional.empty();
    }
  }
}
