package org.numascape.app.guestview;

import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.app.canvas.PictureView;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.drawing.Beside.Link;
import org.numascape.drawing.Beside.Mark;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.guest.GuestInside;
import org.numascape.guest.GuestLinks;
import org.numascape.guest.GuestPicture;
import org.numascape.guest.GuestView;
import org.numascape.guest.MismatchGroup;

/// A guest as it is shown: all that follows from the design.
record Sight(
    Design design,
    DomainId id,
    String name,
    int colour,
    GuestView view,
    Drawing drawing,
    List<Link> links,
    List<Mark> marks,
    List<MismatchGroup> groups) {

  /// What a guest sees; empty where the design has no such guest.
  static Optional<Sight> of(
      Design design, DomainId id, DrawingOptions options, double width, double height) {
    return design
        .guest(id)
        .flatMap(guest ->
            GuestView.of(design, id)
                .flatMap(view ->
                    GuestInside.of(design, id)
                        .map(inside ->
                            new Sight(
                                design,
                                id,
                                guest.name(),
                                guest.colour(),
                                view,
                                PictureView.draw(
                                    Analysis.of(inside),
                                    GuestPicture.alike(options, width, height)),
                                GuestLinks.of(view, guest.colour()),
                                GuestLinks.marks(view),
                                MismatchGroup.of(view)))));
  }
}
