package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Overlay.Seat;
import org.numascape.drawing.Overlay.Vcpu;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.drawing.Tints.Tint;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// Paints a PU and what sits on it.
record PuPainter(Scene scene, StripPainter strips) {

  private static final Ink MUTED = Ink.of(Role.MUTED);
  private static final Ink FREE = Ink.of(Role.PU);
  private static final Ink BORDER = Ink.of(Role.BORDER);

  /// The size of names where several vCPUs share a PU.
  private static final double SMALLEST = 9.5;

  private static final Lettering INDEX = Lettering.mono(10, MUTED);

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
      box(pu, rect, ground(pu), Ink.of(Role.HATCH), Pattern.HATCHED);
      words(
          pu, free, keptWord(seat, free), Lettering.bold(10, MUTED), MUTED, FramePainter.item(pu));
    } else if (seat.idleFor().isPresent()) {
      var line = scene.tints().line(seat.idleFor().get());
      box(pu, rect, ground(pu), line, Pattern.DASHED);
      words(pu, free, "idle", Lettering.plain(10, line), line, FramePainter.item(pu));
    } else {
      free(pu, rect, free);
    }
    strips.paint(rect, seat);
    if (scene.overlay().locked(pu)) {
      lock(pu, rect, seat);
    }
  }

  /// Whom a PU is kept for, in letters that fit.
  private String keptWord(Seat seat, Rect free) {
    return seat.kept()
        .map(kept ->
            scene.sketch().fits(kept.name(), Lettering.bold(10, MUTED), free.width() - 4)
                ? kept.name()
                : kept.alias())
        .orElse("");
  }

  private void box(Pu pu, Rect rect, Ink fill, Ink border, Pattern pattern) {
    scene.sketch().object(pu, rect, Spacing.PU_RADIUS, fill, border, pattern);
  }

  private void free(Pu pu, Rect rect, Rect free) {
    var tint = scene.tints().pu(pu.osIndex());
    box(pu, rect, ground(pu), BORDER, Pattern.SOLID);
    if (tint.isPresent()) {
      var ink = tint.get().on();
      var look = Lettering.mono(10, ink);
      words(pu, free, indexWord(pu), look, ink, FramePainter.item(pu));
    } else {
      index(pu, free);
    }
  }

  /// What colours tell of a PU that no vCPU has to itself.
  private Ink ground(Pu pu) {
    return scene.tints().pu(pu.osIndex()).map(Tint::fill).orElse(FREE);
  }

  private String indexWord(Pu pu) {
    var known = indexes(pu);
    return known.isEmpty() ? "" : known.getLast();
  }

  private Ink fill(Pu pu, Vcpu vcpu) {
    return scene
        .tints()
        .pu(pu.osIndex())
        .map(Tint::fill)
        .orElseGet(() -> scene.tints().surface(vcpu.face()));
  }

  private Ink on(Pu pu, Vcpu vcpu) {
    return scene
        .tints()
        .pu(pu.osIndex())
        .map(Tint::on)
        .orElseGet(() -> scene.tints().on(vcpu.face()));
  }

  private void barred(Pu pu, Rect free, Rect rect) {
    box(pu, rect, Ink.of(Role.CACHE), Ink.of(Role.FAINT_BORDER), Pattern.CROSSED);
    String word = pu.state() == PuState.OFFLINE ? "off" : "barred";
    words(pu, free, word, Lettering.plain(9.5, MUTED), MUTED, FramePainter.item(pu));
  }

  private void taken(Pu pu, Rect rect, Rect free, Vcpu vcpu) {
    var fill = fill(pu, vcpu);
    box(pu, rect, fill, Ink.NONE, Pattern.SOLID);
    surface(rect, Spacing.PU_RADIUS, fill, vcpu);
    var ink = on(pu, vcpu);
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
  private void surface(Rect rect, double radius, Ink fill, Vcpu vcpu) {
    var item = Optional.of(vcpu.item());
    scene.sketch().decoration("vcpu", rect, radius, fill, Ink.NONE, item, Detail.ALWAYS);
  }

  /// Several vCPUs on one PU: a band each, and how many there are.
  private void crowded(Pu pu, Rect rect, Rect free, List<Vcpu> vcpus) {
    box(pu, rect, Ink.of(Role.WARN_PALE), Ink.of(Role.WARN), Pattern.SOLID);
    double foot = StripPainter.STRIP;
    int shown = Math.min(vcpus.size(), 4);
    double height = (free.height() - foot) / shown;
    for (int at = 0; at < shown; at++) {
      var vcpu = vcpus.get(at);
      double y = free.y() + 1 + at * height;
      var band = new Rect(free.x() + 1, y, free.width() - 2, Math.max(1, height - 1));
      surface(band, 2, fill(pu, vcpu), vcpu);
      if (height >= 11) {
        var look = Lettering.bold(SMALLEST, on(pu, vcpu));
        var wordings = List.of(vcpu.words(), Integer.toString(vcpu.number()));
        var item = Optional.of(vcpu.item());
        scene.sketch().say(wordings, look, Spot.in(band, 1), item, Detail.ALWAYS);
      }
    }
    count(pu, free, vcpus);
  }

  private void count(Pu pu, Rect free, List<Vcpu> vcpus) {
    double high = StripPainter.STRIP;
    var foot = new Rect(free.x() + 1, free.bottom() - high, free.width() - 2, high - 1);
    var item = FramePainter.item(pu);
    var fill = Ink.of(Role.WARN_PALE);
    scene.sketch().decoration("crowd", foot, 3, fill, Ink.NONE, item, Detail.readable(9));
    String count = "×" + vcpus.size();
    boolean logical = scene.options().labels() == LabelMode.LOGICAL;
    String index = logical ? "L" + pu.logical() : "P" + pu.osIndex();
    boolean indexed = scene.options().labels() != LabelMode.NONE;
    var wordings = indexed ? List.of(index + " " + count, count) : List.of(count);
    var look = Lettering.bold(9, Ink.of(Role.WARN));
    scene.sketch().say(wordings, look, Spot.in(foot, 1), item, Detail.ALWAYS);
    var far = Detail.unreadable(SMALLEST).and(Scene.NEAR_ONLY);
    var pill = new Rect(free.centreX() - 13, free.centreY() - 8, 26, 16);
    scene.sketch().decoration("crowd", pill, 8, fill, Ink.of(Role.WARN), item, far);
    scene.sketch().write(count, Lettering.bold(13, look.ink()), Spot.in(pill, 1), item, far);
  }

  /// A word, and the PU's index below it where there is room.
  private void words(
      Pu pu, Rect free, String words, Lettering look, Ink small, Optional<Item> item) {
    var below = second(pu, words);
    boolean two = !below.isEmpty() && free.height() >= 24;
    double y = two ? free.centreY() - 5.5 : free.centreY();
    var spot = Spot.amid(free.centreX(), y, free.width() - 4);
    scene.sketch().write(words, look, spot, item, Detail.ALWAYS);
    var middle = Lettering.bold(13, look.ink());
    var far = Detail.unreadable(look.size());
    scene.sketch().say(larger(pu), middle, Spot.in(free, 1), item, far);
    if (two) {
      var lower = Spot.amid(free.centreX(), free.centreY() + 6.5, free.width() - 2);
      scene.sketch().say(below, Lettering.mono(9, small), lower, item, Detail.ALWAYS);
    }
  }

  /// What a colour or pattern means where the words are too small: the number it stands for, whose
  /// guest it is, that it is the host's.
  private List<String> larger(Pu pu) {
    var seat = scene.overlay().seat(pu.osIndex());
    return scene
        .tints()
        .pu(pu.osIndex())
        .map(tint -> List.of(tint.brief()))
        .orElseGet(() ->
            seat.exact().isEmpty()
                ? List.of(
                    seat.reserved()
                        ? seat.kept().get().alias()
                        : seat.idleFor().isPresent() ? "idle" : "off")
                : List.of(seat.exact().getFirst().face().alias()));
  }

  /// The second line: the word for what the colour tells, else the PU's index.
  private List<String> second(Pu pu, String first) {
    var tint = scene.tints().pu(pu.osIndex());
    if (tint.isEmpty()) {
      return indexes(pu);
    }
    String word = tint.get().words();
    String index = indexWord(pu);
    return index.isEmpty() || index.equals(first)
        ? List.of(word)
        : List.of(index + " " + word, word);
  }

  private void index(Pu pu, Rect free) {
    if (free.height() >= 11) {
      var item = FramePainter.item(pu);
      scene.sketch().say(indexes(pu), INDEX, Spot.in(free, 1), item, Detail.ALWAYS);
      scene.sketch().sayLarger(shorter(pu), INDEX, Spot.in(free, 1), item, Detail.ALWAYS);
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

  private List<String> shorter(Pu pu) {
    var known = indexes(pu);
    if (known.isEmpty()) {
      return known;
    }
    boolean logical = scene.options().labels() == LabelMode.LOGICAL;
    String number = Integer.toString(logical ? pu.logical() : pu.osIndex());
    return List.of(known.getFirst(), known.getLast(), number);
  }

  /// A padlock in the corner: the kernel keeps tasks away (`isolcpus`). It is hollow while that is
  /// only planned.
  private void lock(Pu pu, Rect rect, Seat seat) {
    var ink = seat.exact().isEmpty() ? MUTED : on(pu, seat.exact().getFirst());
    double x = rect.right() - 10;
    double y = rect.y() + 3;
    var near = Scene.NEAR_ONLY;
    var shackle = new Rect(x + 1.2, y, 4, 6);
    var body = new Rect(x, y + 3.2, 6.4, 4.6);
    scene.sketch().decoration("lock", shackle, 2, Ink.NONE, ink, Optional.empty(), near);
    boolean now = pu.state() == PuState.ISOLATED;
    var fill = now ? ink : Ink.NONE;
    var border = now ? Ink.NONE : ink;
    scene.sketch().decoration("lock", body, 1, fill, border, Optional.empty(), near);
  }
}
