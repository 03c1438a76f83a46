package org.numascape.app.theme;

import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Role;

/// Hands a guest's colours to style sheets, so that panels and picture show the same ones.
///
/// A node with this style, and all below it, can say `-guest` (a surface), `-guest-on` (words on
/// it), `-guest-line` (lines and words on the panel) and `-guest-pale` (a pale surface).
public final class GuestColours {

  private GuestColours() {}

  /// The inline style of a guest's colour index.
  public static String style(int colour, boolean dark) {
    var palette = Theme.palette(dark);
    return "-guest: "
        + web(palette, Role.GUEST, colour)
        + "; -guest-on: "
        + web(palette, Role.ON_GUEST, colour)
        + "; -guest-line: "
        + web(palette, Role.GUEST_LINE, colour)
        + "; -guest-pale: "
        + web(palette, Role.GUEST_PALE, colour)
        + ";";
  }

  private static String web(Palette palette, Role role, int colour) {
    return String.format("#%06x", palette.argb(Ink.guest(role, colour)) & 0xffffff);
  }
}
