package org.numascape.drawing;

import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.design.Item;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PciDevice;
import org.numascape.topology.TopologyObject;

/// Paints the machine, packages, dies and groups, and the devices of any box.
record FramePainter(Scene scene, Design design) {

  private static final Lettering HOST = Lettering.bold(15, Ink.of(Role.TEXT));
  private static final Lettering FACTS = Lettering.plain(12, Ink.of(Role.MUTED));
  private static final Lettering TITLE = Lettering.bold(12.5, Ink.of(Role.TEXT));
  private static final Lettering CHIP = Lettering.plain(10, Ink.of(Role.MUTED));
  private static final Lettering FAR_HOST = Lettering.bold(32, Ink.of(Role.TEXT));
  private static final Lettering FAR_TITLE = Lettering.bold(25, Ink.of(Role.TEXT));

  /// What a pointer over an object of the host points at.
  static Optional<Item> item(TopologyObject object) {
    return Optional.of(new Item.OnHost(object.id()));
  }

  /// A box that stands for an object of the host. Its id is its kind and its logical index.
  static Shape.Box box(
      TopologyObject object, Rect rect, double radius, Ink fill, Ink border, Pattern pattern) {
    String kind = object.id().kind().hwlocName();
    return new Shape.Box(
        kind + "_" + object.id().logical(),
        kind,
        rect,
        radius,
        fill,
        border,
        border.equals(Ink.NONE) ? 0 : 1,
        pattern,
        item(object),
        Detail.ALWAYS);
  }

  void paint(Placed placed, Block.Frame frame) {
    if (frame.object().id().kind() == ObjectKind.MACHINE) {
      machine(placed.rect(), frame.object());
    } else {
      frame(placed, frame.object());
    }
    devices(placed);
  }

  private void machine(Rect rect, TopologyObject machine) {
    var sketch = scene.sketch();
    var item = item(machine);
    sketch.add(box(machine, rect, 0, Ink.of(Role.CANVAS), Ink.NONE, Pattern.SOLID));
    double x = rect.x() + Spacing.MARGIN + 2;
    double y = rect.y() + Spacing.TITLE / 2 + 1;
    double room = rect.width() - 2 * Spacing.MARGIN - 4;
    String own = design.host().machine().name();
    String name = own.isBlank() ? design.source().label() : own;
    double taken = sketch.write(name, HOST, Spot.from(x, y, room * 0.6), item, Detail.ALWAYS) + 10;
    var spot = Spot.from(x + taken, y + 0.5, room - taken);
    sketch.write(Words.facts(design.host()), FACTS, spot, item, Detail.ALWAYS);
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
    sketch.add(box(object, rect, radius, fill, Ink.of(Role.BORDER), Pattern.SOLID));
    boolean chipped = !placed.devices().isEmpty() && placed.shelf().columns() == 0;
    double end = rect.right() - Spacing.PACKAGE_PAD;
    double right = chipped ? placed.devices().getFirst().x() - 8 : end;
    double x = rect.x() + Spacing.PACKAGE_PAD + 3;
    double y = rect.y() + Spacing.PACKAGE_TITLE / 2;
    String words = Words.frame(object, scene.options().labels());
    sketch.write(words, TITLE, Spot.from(x, y, right - x), item(object), Detail.ALWAYS);
    var far = Detail.unreadable(TITLE.size());
    sketch.write(words, FAR_TITLE, Spot.from(x, y, end - x), item(object), far);
  }

  /// Paints the devices that hang off a box.
  void devices(Placed placed) {
    var devices = placed.block().devices();
    for (int at = 0; at < devices.size(); at++) {
      device(devices.get(at), placed.devices().get(at), placed.shelf());
    }
  }

  private void device(PciDevice device, Rect rect, Shelf shelf) {
    var fill = Ink.of(Role.DEVICE);
    var border = Ink.of(Role.FAINT_BORDER);
    var sketch = scene.sketch();
    sketch.add(box(device, rect, Spacing.BAR_RADIUS, fill, border, Pattern.SOLID));
    if (!shelf.wordless()) {
      String address = Words.shortAddress(device.address());
      String words = shelf.addressOnly() ? address : Words.device(device);
      sketch.write(words, CHIP, Spot.in(rect, 4), item(device), Detail.ALWAYS);
    }
  }
}
