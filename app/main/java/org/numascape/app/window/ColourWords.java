package org.numascape.app.window;

import java.util.List;
import org.numascape.drawing.Colouring;

/// What colours can tell, in words.
///
/// @param id for look-ups
/// @param words in the menu
/// @param brief on the toolbar
record ColourWords(String id, String words, String brief, Colouring colouring) {

  /// Those that need nothing else to be known.
  static final List<ColourWords> PLAIN =
      List.of(
          new ColourWords("guests", "Guests", "guests", Colouring.GUESTS),
          new ColourWords("cost", "Access cost", "access cost", new Colouring.ByAccessCost()),
          new ColourWords("pages", "Huge pages", "huge pages", new Colouring.ByHugePages()),
          new ColourWords(
              "caches", "Cache domain", "cache domain", new Colouring.ByCacheDomain()),
          new ColourWords("kinds", "Core kind", "core kind", new Colouring.ByCoreKind()));

  /// Few words for what colours tell now.
  static String brief(Colouring colouring) {
    return PLAIN.stream()
        .filter(entry -> entry.colouring().equals(colouring))
        .map(ColourWords::brief)
        .findFirst()
        .orElse("distance");
  }
}
