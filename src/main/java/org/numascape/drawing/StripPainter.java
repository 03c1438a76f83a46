package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Overlay.Face;
import org.numascape.drawing.Overlay.Seat;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;

/// Paints what may run on a PU without owning it: guests that float over several PUs as strips at
/// its top, emulator and I/O threads as pills at its bottom.
record StripPainter(Scene scene) {

  /// The height of a strip with words on it, its gap included.
  static final double STRIP = 13;

  private static final double SLIVER = 4;

  /// The size of words on a strip where the usual ones cannot be read any more.
  private static final double LARGE = 12;

  private static final Detail MIDDLE = Detail.unreadable(9);

  /// A PU lower than this has no room for pills.
  private static final double PILLED = 34;

  /// The part of a PU that strips and pills leave to its words.
  Rect left(Rect rect, Seat seat) {
    if (seat.floating().isEmpty() && seat.servants().isEmpty()) {
      return rect;
    }
    double top = height(rect, seat) * count(rect, seat);
    double bottom = seat.servants().isEmpty() || rect.height() < PILLED ? 0 : STRIP + 1;
    return new Rect(
        rect.x(), rect.y() + top, rect.width(), Math.max(0, rect.height() - top - bottom));
  }

  private static double height(Rect rect, Seat seat) {
    int guests = seat.floating().size();
    return guests <= 2 && rect.height() >= 24 + STRIP * guests ? STRIP : SLIVER;
  }

  private static int count(Rect rect, Seat seat) {
    return Math.min(seat.floating().size(), height(rect, seat) == STRIP ? 2 : 4);
  }

  void paint(Rect rect, Seat seat) {
    double height = height(rect, seat);
    for (int at = 0; at < count(rect, seat); at++) {
      var face = seat.floating().get(at);
      double y = rect.y() + 1.5 + at * height;
      var strip = new Rect(rect.x() + 1.5, y, rect.width() - 3, height - 1);
      strip(face, "floating", strip, "~" + face.alias(), new Item.WholeGuest(face.id()));
    }
    if (rect.height() >= PILLED) {
      servants(rect, seat.servants());
    }
  }

  private void servants(Rect rect, List<Overlay.Servant> servants) {
    if (servants.isEmpty()) {
      return;
    }
    int shown = Math.min(servants.size(), rect.width() >= 40 ? 2 : 1);
    double width = (rect.width() - 3 - (shown - 1) * 1.5) / shown;
    for (int at = 0; at < shown; at++) {
      var servant = servants.get(at);
      int rest = servants.size() - at;
      boolean last = at == shown - 1 && rest > 1;
      double x = rect.x() + 1.5 + at * (width + 1.5);
      var pill = new Rect(x, rect.bottom() - STRIP - 0.5, width, STRIP - 1);
      strip(servant.face(), "thread", pill, last ? "+" + rest : servant.word(), servant.item());
    }
  }

  private void strip(Face face, String kind, Rect rect, String words, Item item) {
    boolean worded = rect.height() >= 11;
    var line = scene.tints().line(face);
    var fill = worded ? scene.tints().pale(face) : scene.tints().surface(face);
    double radius = Math.min(5, rect.height() / 2);
    var hit = Optional.of(item);
    if (!worded) {
      scene.sketch().decoration(kind, rect, radius, fill, Ink.NONE, hit, Detail.ALWAYS);
      return;
    }
    var look = Lettering.bold(9, line);
    scene.sketch().decoration(kind, rect, radius, fill, line, hit, look.shown());
    scene.sketch().say(List.of(words), look, Spot.in(rect, 1), hit, Detail.ALWAYS);
    var larger = Lettering.bold(LARGE, line);
    boolean room = scene.sketch().fits(words, larger, rect.width() - 2);
    if (room) {
      var middle = larger.shown().and(MIDDLE);
      var taller = new Rect(rect.x(), rect.y() - 1, rect.width(), rect.height() + 2);
      scene.sketch().decoration(kind, taller, radius, fill, Ink.NONE, hit, middle);
      scene.sketch().say(List.of(words), larger, Spot.in(taller, 1), hit, middle);
    }
    var sliver = new Rect(rect.x(), rect.centreY() - SLIVER / 2, rect.width(), SLIVER);
    var low = room ? Detail.unreadable(LARGE) : MIDDLE;
    var bright = scene.tints().surface(face);
    scene.sketch().decoration(kind, sliver, SLIVER / 2, bright, Ink.NONE, hit, low);
  }
}
