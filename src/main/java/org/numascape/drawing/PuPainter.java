package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Overlay.Seat;
import org.numascape.drawing.Overlay.Vcpu;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// Paints a PU and what sits on it.
record PuPainter(Scene scene, StripPainter strips) {

  private static final Ink MUTED = Ink.of(Role.MUTED);

  void paint(Pu pu, Rect rect) {
    var seat = scene.overlay().seat(pu.osIndex());
    var free = strips.left(rect, seat);
    if (pu.state() == PuState.OFFLINE || pu.state() == PuState.DISALLOWED) {
      barred(pu, free, rect);
    } else if (seat.exact().size() > 1) {
      crowded(pu, rect, free, seat.exact());
    } else if (seat.exact().size() == 1) {
      taken(pu, rect, free, seat.exact().getFirst());
    } else if (seat.reserved()) {
      box(pu, rect, Ink.of(Role.PU), Ink.of(Role.HATCH), Pattern.HATCHED);
      words(pu, free, "host", Lettering.bold(10, MUTED), MUTED, FramePainter.item(pu));
    } else if (seat.idleFor().isPresent()) {
      var line = Ink.guest(Role.GUEST_LINE, seat.idleFor().get().colour());
      box(pu, rect, Ink.of(Role.PU), line, Pattern.DASHED);
      words(pu, free, "idle", Lettering.plain(10, line), line, FramePainter.item(pu));
    } else {
      box(pu, rect, Ink.of(Role.PU), Ink.of(Role.BORDER), Pattern.SOLID);
      index(pu, free);
    }
    strips.paint(rect, seat);
    if (pu.state() == PuState.ISOLATED) {
      lock(rect, seat);
    }
  }

  private void box(Pu pu, Rect rect, Ink fill, Ink border, Pattern pattern) {
    scene.sketch().object(pu, rect, Spacing.PU_RADIUS, fill, border, pattern);
  }

  private void barred(Pu pu, Rect free, Rect rect) {
    box(pu, rect, Ink.of(Role.CACHE), Ink.of(Role.FAINT_BORDER), Pattern.CROSSED);
    String word = pu.state() == PuState.OFFLINE ? "off" : "barred";
    words(pu, free, word, Lettering.plain(9.5, MUTED), MUTED, FramePainter.item(pu));
  }

  private void taken(Pu pu, Rect rect, Rect free, Vcpu vcpu) {
    var fill = Ink.guest(Role.GUEST, vcpu.face().colour());
    box(pu, rect, fill, Ink.NONE, Pattern.SOLID);
    surface(rect, Spacing.PU_RADIUS, vcpu);
    var ink = Ink.guest(Role.ON_GUEST, vcpu.face().colour());
    double room = free.width() - 4;
    var look = Lettering.bold(11, ink);
    if (!scene.sketch().fits(vcpu.words(), look, room)) {
      look = Lettering.bold(9.5, ink);
    }
    boolean whole = scene.sketch().fits(vcpu.words(), look, room);
    String words = whole ? vcpu.words() : Integer.toString(vcpu.number());
    words(pu, free, words, look, ink, Optional.of(vcpu.item()));
  }

  /// What the pointer hits on a taken PU: the vCPU, above the PU itself.
  private void surface(Rect rect, double radius, Vcpu vcpu) {
    var fill = Ink.guest(Role.GUEST, vcpu.face().colour());
    var item = Optional.of(vcpu.item());
    scene.sketch().decoration("vcpu", rect, radius, fill, Ink.NONE, item, Detail.ALWAYS);
  }

  /// Several vCPUs on one PU: a band each, and how many there are.
  private void crowded(Pu pu, Rect rect, Rect free, List<Vcpu> vcpus) {
    var first = Ink.guest(Role.GUEST, vcpus.getFirst().face().colour());
    box(pu, rect, first, Ink.of(Role.WARN), Pattern.SOLID);
    double foot = StripPainter.STRIP;
    int shown = Math.min(vcpus.size(), 4);
    double height = (free.height() - foot) / shown;
    for (int at = 0; at < shown; at++) {
      var vcpu = vcpus.get(at);
      double y = free.y() + 1 + at * height;
      var band = new Rect(free.x() + 1, y, free.width() - 2, Math.max(1, height - 1));
      surface(band, 2, vcpu);
      if (height >= 11) {
        var look = Lettering.bold(9.5, Ink.guest(Role.ON_GUEST, vcpu.face().colour()));
        var wordings = List.of(vcpu.words(), Integer.toString(vcpu.number()));
        var item = Optional.of(vcpu.item());
        scene.sketch().say(wordings, look, Spot.in(band, 1), item, Detail.ALWAYS);
      }
    }
    count(pu, new Rect(free.x() + 1, free.bottom() - foot, free.width() - 2, foot - 1), vcpus);
  }

  private void count(Pu pu, Rect foot, List<Vcpu> vcpus) {
    var item = FramePainter.item(pu);
    var fill = Ink.of(Role.WARN_PALE);
    scene.sketch().decoration("crowd", foot, 3, fill, Ink.NONE, item, Detail.ALWAYS);
    String count = "×" + vcpus.size();
    boolean logical = scene.options().labels() == LabelMode.LOGICAL;
    String index = logical ? "L" + pu.logical() : "P" + pu.osIndex();
    boolean indexed = scene.options().labels() != LabelMode.NONE;
    var wordings = indexed ? List.of(index + " " + count, count) : List.of(count);
    var look = Lettering.bold(9, Ink.of(Role.WARN));
    scene.sketch().say(wordings, look, Spot.in(foot, 1), item, Detail.ALWAYS);
  }

  /// A word, and the PU's index below it where there is room.
  private void words(
      Pu pu, Rect free, String words, Lettering look, Ink small, Optional<Item> item) {
    boolean two = scene.options().labels() != LabelMode.NONE && free.height() >= 24;
    double y = two ? free.centreY() - 5.5 : free.centreY();
    var spot = Spot.amid(free.centreX(), y, free.width() - 4);
    scene.sketch().write(words, look, spot, item, Detail.ALWAYS);
    if (two) {
      var below = Spot.amid(free.centreX(), free.centreY() + 6.5, free.width() - 2);
      scene.sketch().say(indexes(pu), Lettering.mono(9, small), below, item, Detail.ALWAYS);
    }
  }

  private void index(Pu pu, Rect free) {
    if (free.height() >= 11) {
      var look = Lettering.mono(10, MUTED);
      var item = FramePainter.item(pu);
      scene.sketch().say(indexes(pu), look, Spot.in(free, 1), item, Detail.ALWAYS);
    }
  }

  private List<String> indexes(Pu pu) {
    return switch (scene.options().labels()) {
      case LOGICAL -> List.of("L" + pu.logical());
      case PHYSICAL -> List.of("P" + pu.osIndex());
      case BOTH -> List.of("L" + pu.logical() + " P" + pu.osIndex(), "P" + pu.osIndex());
      case NONE -> List.of();
    };
  }

  /// A padlock in the corner: the kernel keeps tasks away (`isolcpus`).
  private void lock(Rect rect, Seat seat) {
    var ink =
        seat.exact().isEmpty()
            ? MUTED
            : Ink.guest(Role.ON_GUEST, seat.exact().getFirst().face().colour());
    double x = rect.right() - 10;
    double y = rect.y() + 3;
    var near = Scene.NEAR_ONLY;
    var shackle = new Rect(x + 1.2, y, 4, 6);
    var body = new Rect(x, y + 3.2, 6.4, 4.6);
    scene.sketch().decoration("lock", shackle, 2, Ink.NONE, ink, Optional.empty(), near);
    scene.sketch().decoration("lock", body, 1, ink, Ink.NONE, Optional.empty(), near);
  }
}
