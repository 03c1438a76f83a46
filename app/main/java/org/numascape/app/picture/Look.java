package org.numascape.app.picture;

import org.numascape.drawing.Palette;

/// The colours of a picture.
enum Look {
  /// Dark on white.
  LIGHT("Light"),
  /// Light on dark.
  DARK("Dark"),
  /// For printers without colours.
  GREY("Grey");

  private final String title;

  Look(String title) {
    this.title = title;
  }

  Palette palette() {
    return switch (this) {
      case LIGHT -> Palette.light();
      case DARK -> Palette.dark();
      case GREY -> Palette.grey();
    };
  }

  @Override
  public String toString() {
    return title;
  }
}
