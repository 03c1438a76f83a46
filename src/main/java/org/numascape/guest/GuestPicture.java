package org.numascape.guest;

import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.drawing.Beside;
import org.numascape.drawing.Beside.Note;
import org.numascape.drawing.Beside.Side;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Folding;
import org.numascape.drawing.Layout;
import org.numascape.drawing.LayoutMode;
import org.numascape.drawing.TextMetrics;

/// A guest's machine drawn beside its host, for files and paper.
public interface GuestPicture {

  /// Wider than that, a picture has its companion below.
  double WIDE = 2.2;

  /// Both pictures, the lines between them, and what does not fit below; empty where there is no
  /// such guest.
  ///
  /// @param options how the host is drawn; the guest is drawn alike, on half the room
  static Optional<Drawing> of(
      Design design, DomainId id, DrawingOptions options, TextMetrics metrics) {
    var guest = design.guest(id);
    var seen = GuestView.of(design, id);
    if (guest.isEmpty() || seen.isEmpty()) {
      return Optional.empty();
    }
    var host = Layout.draw(Analysis.of(design), options.selecting(Optional.of(id)), metrics);
    var side = side(host);
    var inside = inside(design, id, options, host, side, metrics);
    return inside.map(second ->
        Beside.of(
            host,
            second,
            side,
            GuestLinks.of(seen.get(), guest.get().colour()),
            GuestLinks.marks(seen.get()),
            notes(seen.get()),
            metrics));
  }

  /// Where the guest's picture goes.
  static Side side(Drawing host) {
    return host.width() > WIDE * host.height() ? Side.BELOW : Side.RIGHT;
  }

  private static Optional<Drawing> inside(
      Design design,
      DomainId id,
      DrawingOptions options,
      Drawing host,
      Side side,
      TextMetrics metrics) {
    double width = side == Side.RIGHT ? Math.max(280, host.width() * 0.5) : host.width();
    double height = side == Side.RIGHT ? host.height() : Math.max(220, host.height() * 0.6);
    return GuestInside.of(design, id)
        .map(within -> Layout.draw(Analysis.of(within), alike(options, width, height), metrics));
  }

  /// The same look; what is told of parts of the host cannot be of the guest's machine.
  static DrawingOptions alike(DrawingOptions options, double width, double height) {
    return DrawingOptions.STANDARD
        .arranged(LayoutMode.FIT)
        .labelled(options.labels())
        .folded(Folding.NONE)
        .within(width, height);
  }

  private static List<Note> notes(GuestView view) {
    return MismatchGroup.of(view).stream()
        .map(group ->
            new Note(
                group.number(),
                group.kind().title(),
                group.words() + "; " + group.kind().why() + "."))
        .toList();
  }
}
