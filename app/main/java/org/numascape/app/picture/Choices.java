package org.numascape.app.picture;

import java.util.List;
import org.numascape.analysis.Analysis;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.Excerpt;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Legend;
import org.numascape.drawing.Rect;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.format.picture.Picture;
import org.numascape.format.picture.PictureFormat;

/// How a person wants a picture.
///
/// @param scale pixels a drawing unit; matters to PNG alone, as the others can be enlarged later
/// @param guests whether guests are laid over the host
/// @param names whether host and guests are named
/// @param legend whether a legend of colours and signs stands below
/// @param background whether the canvas is painted; else what lies below shows through
record Choices(
    PictureFormat format,
    Look look,
    double scale,
    Part part,
    boolean guests,
    boolean names,
    boolean legend,
    boolean background) {

  /// What most people want.
  static final Choices USUAL =
      new Choices(PictureFormat.PNG, Look.LIGHT, 2, Part.WHOLE, true, true, false, true);

  /// The same in another format.
  Choices as(PictureFormat other) {
    return new Choices(other, look, scale, part, guests, names, legend, background);
  }

  /// The picture of what the window shows. Lays the host out, which may take long.
  Picture picture(Seen seen) {
    return new Picture(
        drawing(seen),
        look.palette(),
        format == PictureFormat.PNG ? scale : 1,
        background ? Picture.Background.CANVAS : Picture.Background.NONE);
  }

  private Drawing drawing(Seen seen) {
    var named = names ? seen.design() : Nameless.of(seen.design());
    var design = guests ? named : named.withGuests(List.of());
    var facts = Analysis.of(design);
    var metrics = new FixedTextMetrics();
    var shown = part(Layout.draw(facts, seen.options(), metrics), seen);
    return legend ? Legend.below(shown, Legend.of(facts, seen.options()), metrics) : shown;
  }

  private Drawing part(Drawing whole, Seen seen) {
    return switch (part) {
      case WHOLE -> whole;
      case VISIBLE -> Excerpt.of(whole, seen.visible());
      case SELECTION ->
          Excerpt.of(whole, seen.selection().map(Choices::around).orElse(seen.visible()));
    };
  }

  private static Rect around(Rect area) {
    double room = 12;
    return new Rect(
        area.x() - room, area.y() - room, area.width() + 2 * room, area.height() + 2 * room);
  }
}
