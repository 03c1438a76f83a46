package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.DeviceBay.Piece;
import org.numascape.drawing.DeviceBay.Size;
import org.numascape.drawing.Hanging.Bus;
import org.numascape.drawing.Hanging.Chip;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.topology.Misc;
import org.numascape.topology.OsDevice;

/// Paints the devices of a box: bridges as small squares, lines between them, a box a device.
record DevicePainter(Scene scene) {

  /// On a device when its full words are too small to read.
  private static final Lettering MIDDLE = Lettering.plain(13, Ink.of(Role.MUTED));

  private static final Lettering FAR = Lettering.plain(20, Ink.of(Role.MUTED));

  private static final Ink LINE = Ink.of(Role.OTHERS);

  void paint(Placed placed) {
    var bay = placed.devices();
    double x = placed.bay().x();
    double y = placed.bay().y();
    for (var wire : bay.wires()) {
      scene
          .sketch()
          .line(
              "bus",
              x + wire.x1(),
              y + wire.y1(),
              x + wire.x2(),
              y + wire.y2(),
              LINE,
              Scene.NEAR_ONLY);
    }
    for (var piece : bay.pieces()) {
      var rect = piece.rect().shifted(x, y);
      if (bay.size() != Size.TINY) {
        speed(piece, rect);
      }
      switch (piece.what()) {
        case Bus bus -> bridge(bus, rect);
        case Chip chip -> chip(chip, rect, bay.size());
      }
    }
    if (!bay.titled() && !bay.pieces().isEmpty()) {
      summary(placed);
    }
  }

  /// What is said instead where the devices are too small.
  private void summary(Placed placed) {
    int count = placed.block().devices().count();
    String words = count == 1 ? "1 device" : count + " devices";
    var area = placed.bay();
    var item = placed.block().object().flatMap(FramePainter::item);
    var spot = Spot.from(area.x(), area.centreY(), area.width());
    if (FAR.size() <= area.height() + 6) {
      scene.sketch().write(words, FAR, spot, item, Scene.MIDDLE_ONLY);
    }
  }

  private void speed(Piece piece, Rect rect) {
    var what = piece.what();
    if (!what.speed().isEmpty()) {
      var spot = Spot.amid(rect.x() - what.lead() / 2, rect.centreY(), what.lead());
      var none = Optional.<Item>empty();
      scene.sketch().write(what.speed(), DeviceTree.SPEED, spot, none, Detail.ALWAYS);
    }
  }

  private void bridge(Bus bus, Rect rect) {
    var fill = Ink.of(bus.bridge().host() ? Role.OTHERS : Role.DEVICE);
    scene
        .sketch()
        .object(bus.bridge(), rect, 1.5, fill, Ink.of(Role.MUTED), Pattern.SOLID, Scene.NEAR_ONLY);
  }

  private void chip(Chip chip, Rect rect, Size size) {
    boolean guess = scene.guessed().contains(chip.object().id());
    chip.stack().ifPresent(stack -> stack(chip, stack, rect));
    var pattern = guess || chip.object() instanceof Misc ? Pattern.DASHED : Pattern.SOLID;
    var fill = Ink.of(Role.DEVICE);
    var border = Ink.of(guess ? Role.MUTED : Role.BORDER);
    scene
        .sketch()
        .object(chip.object(), rect, Spacing.BAR_RADIUS, fill, border, pattern, Scene.NEAR_ONLY);
    if (size == Size.TINY) {
      return;
    }
    var item = FramePainter.item(chip.object());
    double inside = chip.inside().isEmpty() ? rect.right() : inside(chip.inside(), rect);
    var words = guess ? marked(chip.wordings()) : chip.wordings();
    double room = inside - rect.x() - 2 * DeviceTree.PAD + 2;
    var near = Spot.from(rect.x() + DeviceTree.PAD, rect.centreY(), room);
    if (size == Size.WIDE) {
      scene.sketch().write(words.getFirst(), DeviceTree.CHIP, near, item, Detail.ALWAYS);
    } else if (scene.sketch().say(words, DeviceTree.CHIP, near, item, Detail.ALWAYS) == 0) {
      scene.sketch().write(words.getLast(), DeviceTree.CHIP, near, item, Detail.ALWAYS);
    }
    var middle = Detail.unreadable(DeviceTree.CHIP.size());
    var spot = Spot.in(rect, 2);
    if (scene.sketch().say(shortest(chip), MIDDLE, spot, item, middle) == 0) {
      scene.sketch().write(shortest(chip).getLast(), MIDDLE, spot, item, middle);
    }
  }

  /// A dashed edge behind a device that stands for others.
  private void stack(Chip chip, Hanging.Stack stack, Rect rect) {
    var behind = new Rect(rect.x() - 2, rect.y() - 2, rect.width() + 4, rect.height() + 4);
    var first = chip.object().id();
    scene.sketch().add(FoldPainter.box(stack.parent(), first, behind, Scene.NEAR_ONLY));
  }

  private static List<String> marked(List<String> wordings) {
    var marked = new ArrayList<String>();
    wordings.forEach(words -> marked.add(words + " · guess"));
    marked.add("? " + wordings.getLast());
    return marked;
  }

  private static List<String> shortest(Chip chip) {
    if (!chip.inside().isEmpty()) {
      return List.of(Words.osDevice(chip.inside().getFirst()));
    }
    String words = chip.wordings().getLast();
    return chip.more() > 0 ? List.of(words, "× " + (chip.more() + 1)) : List.of(words);
  }

  /// What the system makes of a device, at the right of its box.
  ///
  /// @return where that begins
  private double inside(List<OsDevice> devices, Rect rect) {
    var look = DeviceTree.INSIDE;
    double[] widths =
        devices.stream()
            .mapToDouble(os -> Math.min(84, scene.sketch().width(Words.osDevice(os), look) + 6))
            .toArray();
    double all = java.util.Arrays.stream(widths).sum() + 3.0 * widths.length;
    double room = rect.width() - 2;
    double scale = Math.min(1, room / all);
    double begin = rect.right() - all * scale;
    double x = begin;
    for (int at = 0; at < widths.length; at++) {
      var box = new Rect(x, rect.y() + 2, widths[at] * scale, rect.height() - 4);
      var device = devices.get(at);
      var fill = Ink.of(Role.PACKAGE);
      var border = Ink.of(Role.FAINT_BORDER);
      var item = FramePainter.item(device);
      scene.sketch().object(device, box, 3, fill, border, Pattern.SOLID, look.shown());
      scene.sketch().write(Words.osDevice(device), look, Spot.in(box, 2), item, Detail.ALWAYS);
      x += (widths[at] + 3) * scale;
    }
    return begin;
  }
}
