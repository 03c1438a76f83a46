package org.numascape.drawing;

import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.design.Item;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.TopologyObject;

/// Paints the machine, packages, dies and groups.
record FramePainter(Scene scene, Design design) {

  private static final Lettering HOST = Lettering.bold(15, Ink.of(Role.TEXT));
  private static final Lettering FACTS = Lettering.plain(12, Ink.of(Role.MUTED));
  private static final Lettering TITLE = Lettering.bold(12.5, Ink.of(Role.TEXT));
  private static final Lettering FAR_HOST = Lettering.bold(32, Ink.of(Role.TEXT));
  private static final Lettering FAR_TITLE = Lettering.bold(25, Ink.of(Role.TEXT));

  /// What a pointer over an object of the host points at.
  static Optional<Item> item(TopologyObject object) {
    return Optional.of(new Item.OnHost(object.id()));
  }

  void paint(Placed placed, Block.Frame frame) {
    if (frame.frame().id().kind() == ObjectKind.MACHINE) {
      machine(placed.rect(), frame.frame());
    } else {
      frame(placed, frame.frame());
    }
  }

  private void machine(Rect rect, TopologyObject machine) {
    var sketch = scene.sketch();
    var item = item(machine);
    sketch.object(machine, rect, 0, Ink.of(Role.CANVAS), Ink.NONE, Pattern.SOLID);
    double x = rect.x() + Spacing.MARGIN + 2;
    double y = rect.y() + Spacing.TITLE / 2 + 1;
    double room = rect.width() - 2 * Spacing.MARGIN - 4;
    String own = design.host().machine().name();
    String name = own.isBlank() ? design.source().label() : own;
    double taken = sketch.write(name, HOST, Spot.from(x, y, room * 0.6), item, Detail.ALWAYS) + 10;
    var spot = Spot.from(x + taken, y + 0.5, room - taken);
    sketch.say(Words.facts(design.host()), FACTS, spot, item, Detail.ALWAYS);
    var far = Detail.unreadable(FACTS.size());
    var small = Detail.unreadable(HOST.size());
    sketch.write(name, FAR_HOST, Spot.from(x, y, room), item, far.and(small));
  }

  private void frame(Placed placed, TopologyObject object) {
    var rect = placed.rect();
    boolean outer = object.id().kind() == ObjectKind.PACKAGE;
    double radius = outer ? Spacing.PACKAGE_RADIUS : Spacing.NODE_RADIUS;
    var fill = Ink.of(outer ? Role.PACKAGE : Role.GROUP);
    var sketch = scene.sketch();
    boolean guess = scene.guessed().contains(object.id());
    var pattern = guess ? Pattern.DASHED : Pattern.SOLID;
    sketch.object(object, rect, radius, fill, Ink.of(Role.BORDER), pattern);
    double end = rect.right() - Spacing.PACKAGE_PAD;
    double right = placed.devices().titled() ? placed.bay().x() - 8 : end;
    double x = rect.x() + Spacing.PACKAGE_PAD + 3;
    double y = rect.y() + Spacing.PACKAGE_TITLE / 2;
    String words = Words.frame(object, scene.options().labels()) + (guess ? " · guess" : "");
    sketch.write(words, TITLE, Spot.from(x, y, right - x), item(object), Detail.ALWAYS);
    var far = Detail.unreadable(TITLE.size());
    sketch.write(words, FAR_TITLE, Spot.from(x, y, end - x), item(object), far);
  }
}
