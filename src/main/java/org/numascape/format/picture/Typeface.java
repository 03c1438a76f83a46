package org.numascape.format.picture;

import java.io.InputStream;
import java.util.Objects;

/// The fonts of pictures, which come with the program: the first choices of the screen.
public enum Typeface {
  /// Inter.
  SANS("Inter/Inter-Regular.otf"),
  /// Inter, bold.
  SANS_BOLD("Inter/Inter-Bold.otf"),
  /// JetBrains Mono.
  MONO("JetBrainsMono/JetBrainsMono-Regular.ttf"),
  /// JetBrains Mono, bold.
  MONO_BOLD("JetBrainsMono/JetBrainsMono-Bold.ttf");

  private final String file;

  Typeface(String file) {
    this.file = file;
  }

  /// The typeface of a label.
  static Typeface of(boolean bold, boolean mono) {
    return mono ? bold ? MONO_BOLD : MONO : bold ? SANS_BOLD : SANS;
  }

  /// Whether its letters are bold.
  boolean bold() {
    return this == SANS_BOLD || this == MONO_BOLD;
  }

  /// The font file, OpenType or TrueType. The caller closes it.
  public InputStream open() {
    return Objects.requireNonNull(
        Typeface.class.getResourceAsStream(file), () -> "the program lacks its font " + file);
  }
}
