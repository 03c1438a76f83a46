package org.numascape.drawing;

/// How wide text is: the one thing a layout must ask its painter.
public interface TextMetrics {

  /// The width in drawing units of a text in a font of that size.
  double width(String text, double size, boolean bold, boolean mono);
}
