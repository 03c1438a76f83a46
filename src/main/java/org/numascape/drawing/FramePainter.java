package org.numascape.drawing;

import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.design.Item;
import org.numascape.drawing.Shape.Anchor;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PciDevice;
import org.numascape.topology.TopologyObject;

/// Paints the machine, packages, dies and groups, and the devices of any box.
record FramePainter(Scene scene, Design design) {

  private static final Lettering HOST = Lettering.bold(15, Ink.of(Role.TEXT));
  private static final Lettering FACTS = Lettering.plain(12, Ink.of(Role.MUTED));
  private static final Lettering TITLE = Lettering.bold(12.5, Ink.of(Role.TEXT));
  private static final Lettering CHIP = Lettering.plain(10, Ink.of(Role.MUTED));

  /// The SVG id of an object: its kind and its logical index.
  static String svgId(TopologyObject object) {
    return object.id().kind().hwlocName() + "_" + object.id().logical();
  }

  static Optional<Item> item(TopologyObject object) {
    return Optional.of(new Item.OnHost(object.id()));
  }

  /// A box that stands for an object of the host.
  static Shape.Box box(
      TopologyObject object, Rect rect, double radius, Ink fill, Ink border, Pattern pattern) {
    return new Shape.Box(
        svgId(object),
        object.id().kind().hwlocName(),
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
      machine(placed, frame.object());
    } else {
      frame(placed, frame.object());
    }
    devices(placed);
  }

  private void machine(Placed placed, TopologyObject machine) {
    var rect = placed.rect();
    var sketch = scene.sketch();
    sketch.add(box(machine, rect, 0, Ink.of(Role.CANVAS), Ink.NONE, Pattern.SOLID));
    double x = rect.x() + Spacing.MARGIN + 2;
    double y = rect.y() + Spacing.TITLE / 2 + 1;
    double room = rect.width() - 2 * Spacing.MARGIN - 4;
    String own = design.host().machine().name();
    String name = own.isBlank() ? design.source().label() : own;
    double taken =
        sketch.write(name, HOST, Anchor.START, x, y, room * 0.6, item(machine), Detail.ALWAYS);
    sketch.write(
        name,
        Lettering.bold(32, Ink.of(Role.TEXT)),
        Anchor.START,
        x,
        y,
        room,
        item(machine),
        new Detail(0, Detail.SMALLEST_TEXT / HOST.size()));
    String facts = Words.facts(design.host());
    sketch.write(
        facts,
        FACTS,
        Anchor.START,
        x + taken + 10,
        y + 0.5,
        room - taken - 10,
        item(machine),
        Scene.NEAR_ONLY.and(Detail.readable(12)));
  }

  private void frame(Placed placed, TopologyObject object) {
    var rect = placed.rect();
    boolean box = object.id().kind() == ObjectKind.PACKAGE;
    scene
        .sketch()
        .add(
            box(
                object,
                rect,
                box ? Spacing.PACKAGE_RADIUS : Spacing.NODE_RADIUS,
                Ink.of(box ? Role.PACKAGE : Role.GROUP),
                Ink.of(Role.BORDER),
                Pattern.SOLID));
    boolean chipped = !placed.devices().isEmpty() && placed.shelf().columns() == 0;
    double right = chipped ? placed.devices().getFirst().x() : rect.right() - Spacing.PACKAGE_PAD;
    double x = rect.x() + Spacing.PACKAGE_PAD + 3;
    double y = rect.y() + Spacing.PACKAGE_TITLE / 2;
    String words = Words.frame(object, scene.options().labels());
    scene
        .sketch()
        .write(words, TITLE, Anchor.START, x, y, right - x - 8, item(object), Detail.ALWAYS);
    scene
        .sketch()
        .write(
            words,
            Lettering.bold(25, Ink.of(Role.TEXT)),
            Anchor.START,
            x,
            y,
            rect.right() - x - 8,
            item(object),
            new Detail(0, Detail.SMALLEST_TEXT / TITLE.size()));
  }

  /// Paints the devices that hang off a box.
  void devices(Placed placed) {
    var devices = placed.block().devices();
    for (int at = 0; at < devices.size(); at++) {
      device(devices.get(at), placed.devices().get(at), placed.shelf());
    }
  }

  private void device(PciDevice device, Rect rect, Shelf shelf) {
    scene
        .sketch()
        .add(
            box(
                device,
                rect,
                Spacing.BAR_RADIUS,
                Ink.of(Role.DEVICE),
                Ink.of(Role.FAINT_BORDER),
                Pattern.SOLID));
    if (!shelf.wordless()) {
      String words =
          shelf.addressOnly() ? Words.shortAddress(device.address()) : Words.device(device);
      scene
          .sketch()
          .write(
              words,
              CHIP,
              Anchor.MIDDLE,
              rect.centreX(),
              rect.centreY(),
              rect.width() - 8,
              item(device),
              Detail.ALWAYS);
    }
  }
}
