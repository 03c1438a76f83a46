package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Overlay.Face;
import org.numascape.drawing.Overlay.Seat;
import org.numascape.drawing.Overlay.Vcpu;
import org.numascape.drawing.Shape.Anchor;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// Paints a PU and what sits on it.
record PuPainter(Scene scene) {

  private static final double STRIP = 13;
  private static final double SLIVER = 3;

  void paint(Pu pu, Rect rect) {
    var seat = scene.overlay().seat(pu.osIndex());
    if (pu.state() == PuState.OFFLINE || pu.state() == PuState.DISALLOWED) {
      barred(pu, rect);
    } else if (seat.exact().size() > 1) {
      crowded(pu, rect, seat);
    } else if (seat.exact().size() == 1) {
      taken(pu, rect, seat);
    } else if (seat.reserved()) {
      box(pu, rect, Ink.of(Role.PU), Ink.of(Role.HATCH), Pattern.HATCHED);
      words(pu, free(rect, seat), "host", Lettering.bold(10, Ink.of(Role.MUTED)), Ink.of(Role.MUTED), object(pu));
    } else if (seat.idleFor().isPresent()) {
      var line = Ink.guest(Role.GUEST_LINE, seat.idleFor().get().colour());
      box(pu, rect, Ink.of(Role.PU), line, Pattern.DASHED);
      words(pu, free(rect, seat), "idle", Lettering.plain(10, line), line, object(pu));
    } else {
      box(pu, rect, Ink.of(Role.PU), Ink.of(Role.BORDER), Pattern.SOLID);
      index(pu, free(rect, seat), Ink.of(Role.MUTED));
    }
    if (seat != Seat.FREE) {
      floating(seat, rect);
      threads(seat, rect);
    }
    if (pu.state() == PuState.ISOLATED) {
      lock(rect, seat.exact().isEmpty() ? Ink.of(Role.MUTED) : Ink.guest(Role.ON_GUEST, seat.exact().getFirst().face().colour()));
    }
  }

  private static Optional<Item> object(Pu pu) {
    return FramePainter.item(pu);
  }

  private void box(Pu pu, Rect rect, Ink fill, Ink border, Pattern pattern) {
    scene.sketch().add(FramePainter.box(pu, rect, Spacing.PU_RADIUS, fill, border, pattern));
  }

  private void barred(Pu pu, Rect rect) {
    box(pu, rect, Ink.of(Role.CACHE), Ink.of(Role.FAINT_BORDER), Pattern.CROSSED);
    String word = pu.state() == PuState.OFFLINE ? "off" : "barred";
    words(pu, rect, word, Lettering.plain(9.5, Ink.of(Role.MUTED)), Ink.of(Role.MUTED), object(pu));
  }

  private void taken(Pu pu, Rect rect, Seat seat) {
    var vcpu = seat.exact().getFirst();
    int colour = vcpu.face().colour();
    box(pu, rect, Ink.guest(Role.GUEST, colour), Ink.NONE, Pattern.SOLID);
    surface(rect, vcpu);
    var ink = Ink.guest(Role.ON_GUEST, colour);
    var inside = free(rect, seat);
    var item = Optional.of(vcpu.item());
    double room = inside.width() - 4;
    var look = Lettering.bold(11, ink);
    String words = name(vcpu);
    if (!scene.sketch().fits(words, look, room)) {
      look = Lettering.bold(9.5, ink);
      if (!scene.sketch().fits(words, look, room)) {
        words = Integer.toString(vcpu.number());
      }
    }
    words(pu, inside, words, look, ink, item);
  }

  /// What the pointer hits on a taken PU: the vCPU, above the PU itself.
  private void surface(Rect rect, Vcpu vcpu) {
    scene
        .sketch()
        .decoration(
            "vcpu", rect, Spacing.PU_RADIUS, Ink.guest(Role.GUEST, vcpu.face().colour()), Ink.NONE, Optional.of(vcpu.item()), Detail.ALWAYS);
  }

  private static String name(Vcpu vcpu) {
    return vcpu.face().alias() + "·" + vcpu.number();
  }

  /// Several vCPUs on one PU: a band each, and how many there are.
  private void crowded(Pu pu, Rect rect, Seat seat) {
    box(pu, rect, Ink.guest(Role.GUEST, seat.exact().getFirst().face().colour()), Ink.of(Role.WARN), Pattern.SOLID);
    int shown = Math.min(seat.exact().size(), 4);
    double pills = seat.threads().isEmpty() || !pilled(rect) ? 0 : STRIP;
    double ground = STRIP + pills;
    double height = (rect.height() - ground) / shown;
    for (int at = 0; at < shown; at++) {
      var vcpu = seat.exact().get(at);
      var band = new Rect(rect.x() + 1, rect.y() + 1 + at * height, rect.width() - 2, height - 1);
      scene
          .sketch()
          .decoration(
              "vcpu", band, 2, Ink.guest(Role.GUEST, vcpu.face().colour()), Ink.NONE, Optional.of(vcpu.item()), Detail.ALWAYS);
      if (height >= 11) {
        scene
            .sketch()
            .write(
                name(vcpu), Lettering.bold(9.5, Ink.guest(Role.ON_GUEST, vcpu.face().colour())), Anchor.MIDDLE, band.centreX(), band.centreY(), band.width() - 2, Optional.of(vcpu.item()), Detail.ALWAYS);
      }
    }
    var foot =
        new Rect(rect.x() + 1, rect.bottom() - ground, rect.width() - 2, STRIP - 1);
    scene
        .sketch()
        .decoration("crowd", foot, 3, Ink.of(Role.WARN_PALE), Ink.NONE, object(pu), Detail.ALWAYS);
    String count = "×" + seat.exact().size();
    var wordings = List.of(physical(pu) + " " + count, count);
    var look = Lettering.bold(9, Ink.of(Role.WARN));
    scene
        .sketch()
        .longest(wordings, look, foot.width() - 2)
        .ifPresent(
            words ->
                scene
                    .sketch()
                    .write(words, look, Anchor.MIDDLE, foot.centreX(), foot.centreY(), foot.width(), object(pu), Detail.ALWAYS));
  }

  private String physical(Pu pu) {
    return Words.index(pu.logical(), pu.osIndex(), scene.options().labels() == LabelMode.LOGICAL ? LabelMode.LOGICAL : LabelMode.PHYSICAL, scene.options().labels() == LabelMode.LOGICAL ? "L" : "P");
  }

  /// The part of a PU that strips and pills leave to its words.
  private Rect free(Rect rect, Seat seat) {
    double top = seat.floating().isEmpty() ? 0 : stripHeight(rect, seat) * strips(rect, seat);
    double bottom = seat.threads().isEmpty() || !pilled(rect) ? 0 : STRIP + 1;
    return new Rect(rect.x(), rect.y() + top, rect.width(), Math.max(0, rect.height() - top - bottom));
  }

  private void words(Pu pu, Rect rect, String words, Lettering look, Ink small, Optional<Item> item) {
    boolean two = scene.options().labels() != LabelMode.NONE && rect.height() >= 24;
    double y = rect.centreY();
    scene
        .sketch()
        .write(words, look, Anchor.MIDDLE, rect.centreX(), two ? y - 5.5 : y, rect.width() - 4, item, Detail.ALWAYS);
    if (two) {
      line(indexes(pu), Lettering.mono(9, small), rect, y + 6.5, item);
    }
  }

  private void index(Pu pu, Rect rect, Ink ink) {
    if (scene.options().labels() == LabelMode.NONE || rect.height() < 11) {
      return;
    }
    line(indexes(pu), Lettering.mono(10, ink), rect, rect.centreY(), object(pu));
  }

  private List<String> indexes(Pu pu) {
    return switch (scene.options().labels()) {
      case LOGICAL -> List.of("L" + pu.logical());
      case PHYSICAL -> List.of("P" + pu.osIndex());
      case BOTH -> List.of("L" + pu.logical() + " P" + pu.osIndex(), "P" + pu.osIndex());
      case NONE -> List.of();
    };
  }

  private void line(List<String> wordings, Lettering look, Rect rect, double y, Optional<Item> item) {
    scene
        .sketch()
        .longest(wordings, look, rect.width() - 2)
        .ifPresent(
            words ->
                scene
                    .sketch()
                    .write(words, look, Anchor.MIDDLE, rect.centreX(), y, rect.width(), item, Detail.ALWAYS));
  }

  private static int strips(Rect rect, Seat seat) {
    return Math.min(seat.floating().size(), stripHeight(rect, seat) == STRIP ? 2 : 4);
  }

  private static double stripHeight(Rect rect, Seat seat) {
    boolean wide = seat.floating().size() <= 2 && rect.height() >= 24 + STRIP * seat.floating().size();
    return wide ? STRIP : SLIVER + 1;
  }

  /// Guests that may run here and elsewhere: a pale strip each, with a tilde for floating.
  private void floating(Seat seat, Rect rect) {
    if (seat.floating().isEmpty()) {
      return;
    }
    double height = stripHeight(rect, seat);
    for (int at = 0; at < strips(rect, seat); at++) {
      var face = seat.floating().get(at);
      var strip = new Rect(rect.x() + 1.5, rect.y() + 1.5 + at * height, rect.width() - 3, height - 1);
      strip(face, "floating", strip, "~" + face.alias(), new Item.WholeGuest(face.guest().id()));
    }
  }

  private static boolean pilled(Rect rect) {
    return rect.height() >= 34;
  }

  private void threads(Seat seat, Rect rect) {
    if (seat.threads().isEmpty() || !pilled(rect)) {
      return;
    }
    int fit = seat.threads().size() == 1 ? 1 : Math.min(seat.threads().size(), rect.width() >= 40 ? 2 : 1);
    double width = (rect.width() - 3 - (fit - 1) * 1.5) / fit;
    for (int at = 0; at < fit; at++) {
      var thread = seat.threads().get(at);
      boolean rest = at == fit - 1 && seat.threads().size() > fit;
      String words = rest && fit == 1 ? "+" + seat.threads().size() : rest ? "+" + (seat.threads().size() - at) : thread.word();
      var pill = new Rect(rect.x() + 1.5 + at * (width + 1.5), rect.bottom() - STRIP - 0.5, width, STRIP - 1);
      strip(thread.face(), "thread", pill, words, thread.item());
    }
  }

  private void strip(Face face, String kind, Rect rect, String words, Item item) {
    var line = Ink.guest(Role.GUEST_LINE, face.colour());
    boolean worded = rect.height() >= 11;
    scene
        .sketch()
        .decoration(
            kind, rect, Math.min(5, rect.height() / 2), Ink.guest(worded ? Role.GUEST_PALE : Role.GUEST, face.colour()), worded ? line : Ink.NONE, Optional.of(item), Detail.ALWAYS);
    if (worded) {
      scene
          .sketch()
          .longest(List.of(words), Lettering.bold(9, line), rect.width() - 2)
          .ifPresent(
              text ->
                  scene
                      .sketch()
                      .write(text, Lettering.bold(9, line), Anchor.MIDDLE, rect.centreX(), rect.centreY(), rect.width(), Optional.of(item), Detail.ALWAYS));
    }
  }

  /// A padlock in the corner: the kernel keeps tasks away (`isolcpus`).
  private void lock(Rect rect, Ink ink) {
    double x = rect.right() - 10;
    double y = rect.y() + 3;
    var near = new Detail(0.7, Double.POSITIVE_INFINITY);
    scene.sketch().decoration("lock", new Rect(x + 1.2, y, 4, 6), 2, Ink.NONE, ink, Optional.empty(), near);
    scene.sketch().decoration("lock", new Rect(x, y + 3.2, 6.4, 4.6), 1, ink, Ink.NONE, Optional.empty(), near);
  }
}
