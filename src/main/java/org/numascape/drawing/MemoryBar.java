package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Overlay.Load;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// The bar that shows whose memory is on a node: guests in their colours, what lanes keep, what
/// others use, what is free.
record MemoryBar(Scene scene, NumaNode node, Rect rect) {

  private static final Lettering NONE = Lettering.plain(10, Ink.of(Role.MUTED));
  private static final Lettering OTHERS = Lettering.plain(10, Ink.of(Role.TEXT));

  /// From here on a name cut short says more than an alias.
  private static final double WORDY = 70;

  /// A guest's part of the bar.
  private record Segment(Overlay.Share share, Rect rect) {}

  /// The bar in the header of a node's box.
  static MemoryBar of(Scene scene, NumaNode node, Rect box) {
    var rect =
        new Rect(
            box.x() + Spacing.NODE_PAD,
            box.y() + scene.measures().barTop(),
            box.width() - 2 * Spacing.NODE_PAD,
            Spacing.BAR);
    return new MemoryBar(scene, node, rect);
  }

  private Load load() {
    return scene.overlay().load(node.osIndex());
  }

  private double scale() {
    return rect.width()
        / Math.max(1, Math.max(load().totalKib(), load().plannedKib() + load().keptKib()));
  }

  private List<Segment> segments() {
    var segments = new ArrayList<Segment>();
    double x = rect.x();
    for (var share : load().shares()) {
      double width = share.kib() * scale();
      var part = new Rect(x, rect.y(), Math.max(0.5, width - 1), rect.height());
      segments.add(new Segment(share, part));
      x += width;
    }
    return segments;
  }

  /// Where a guest's memory lies on it; the whole bar where it has none.
  Rect reach(Overlay.Face face) {
    return segments().stream()
        .filter(segment -> segment.share().face().equals(face))
        .map(Segment::rect)
        .reduce(Rect::union)
        .orElse(rect);
  }

  /// Paints it, shown at some zooms only.
  void paint(Sketch sketch, Detail detail) {
    Optional<Item> item = Optional.of(new Item.NodeMemory(node.osIndex()));
    boolean none = load().totalKib() == 0 && load().shares().isEmpty() && load().slices().isEmpty();
    var fill = none ? Ink.NONE : Ink.of(Role.TRACK);
    var border = none ? Ink.of(Role.FAINT_BORDER) : Ink.NONE;
    sketch.decoration("memory", rect, Spacing.BAR_RADIUS, fill, border, item, detail);
    if (none) {
      sketch.say(List.of("no memory"), NONE, Spot.in(rect, 4), item, detail);
      sketch.sayLarger(List.of("no memory"), NONE, Spot.in(rect, 4), item, near(detail));
      return;
    }
    segments().forEach(segment -> guest(sketch, segment, detail));
    lanes(sketch, item, detail);
    others(sketch, item, detail);
  }

  private void guest(Sketch sketch, Segment segment, Detail detail) {
    var face = segment.share().face();
    var item = Optional.of(segment.share().item());
    var part = segment.rect();
    var fill = scene.tints().surface(face);
    sketch.decoration("memory-planned", part, Spacing.BAR_RADIUS, fill, Ink.NONE, item, detail);
    String name = face.name();
    String size = MemorySize.ofKib(segment.share().kib()).toString();
    var look = Lettering.bold(10, scene.tints().on(face));
    var spot = Spot.from(part.x() + 7, part.centreY(), part.width() - 12);
    var wordings = List.of(name + " · " + size, name);
    boolean said = sketch.say(wordings, look, spot, item, detail) > 0;
    if (!said && spot.room() >= WORDY) {
      sketch.write(name, look, spot, item, detail);
    } else if (!said) {
      sketch.say(List.of(face.alias()), look, spot, item, detail);
    }
    var shorter = List.of(name + " · " + size, name, face.alias());
    sketch.sayLarger(shorter, look, spot, item, near(detail));
  }

  /// Words larger than usual find room on the bar of the header only.
  private static Detail near(Detail detail) {
    return detail.and(Scene.NEAR_ONLY);
  }

  /// What lanes keep, hatched as their PUs are.
  private void lanes(Sketch sketch, Optional<Item> item, Detail detail) {
    double x = rect.x() + load().plannedKib() * scale();
    for (var slice : load().slices()) {
      double width = slice.kib() * scale();
      var part = new Rect(x, rect.y(), Math.max(0.5, width - 1), rect.height());
      sketch.hatched("memory-kept", part, Spacing.BAR_RADIUS, item, detail);
      String size = MemorySize.ofKib(slice.kib()).toString();
      var wordings =
          List.of(slice.kept().name() + " · " + size, slice.kept().name(), slice.kept().alias());
      sketch.say(wordings, OTHERS, Spot.in(part, 4), item, detail);
      sketch.sayLarger(wordings, OTHERS, Spot.in(part, 4), item, near(detail));
      x += width;
    }
  }

  private void others(Sketch sketch, Optional<Item> item, Detail detail) {
    double used = (load().plannedKib() + load().keptKib()) * scale();
    double width = Math.min(load().othersKib() * scale(), rect.width() - used);
    if (width < 1) {
      return;
    }
    var part = new Rect(rect.x() + used, rect.y(), width, rect.height());
    var fill = Ink.of(Role.OTHERS);
    sketch.decoration("memory-others", part, Spacing.BAR_RADIUS, fill, Ink.NONE, item, detail);
    String size = MemorySize.ofKib(load().othersKib()).toString();
    var wordings = List.of("others · " + size, "others");
    sketch.say(wordings, OTHERS, Spot.in(part, 5), item, detail);
    sketch.sayLarger(wordings, OTHERS, Spot.in(part, 5), item, near(detail));
  }
}
