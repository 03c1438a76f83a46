package org.numascape.drawing;

import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.topology.HostFacts;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// Paints boxes in lstopo's arrangement, and on PUs and nodes what the design puts there.
///
/// @param pus paints a PU that something sits on
record LstopoPainter(Scene scene, HostFacts facts, PuPainter pus, LstopoMemory memories) {

  private static final int GRID = LstopoSizes.GRID;
  private static final Ink OUTLINE = Ink.of(Role.OUTLINE);
  private static final Ink TEXT = Ink.of(Role.TEXT);

  /// From the top of a line of text to the middle of its letters.
  private static final double MIDDLE = LstopoSizes.FONT * 0.64;

  /// Paints a box that lies at `left`, `top` and all in it.
  ///
  /// @param packaged whether a package is around it
  void paint(LstopoBox box, int left, int top, boolean packaged) {
    switch (box.sort) {
      case OTHERS -> others(box, left, top, packaged);
      case BRIDGE -> bridge(box, left, top);
      case PCI -> {
        behind(box, left, top);
        int shadow = LstopoSizes.shadow(box);
        rect(box, new Rect(left, top, box.width - shadow, box.height - shadow), packaged);
        words(box, left, top);
      }
      case BAR -> {
        rect(box, new Rect(left, top + box.barY, box.width, box.ownHeight), packaged);
        words(box, left, top + box.barY);
      }
      case ORDINARY -> ordinary(box, new Rect(left, top, box.width, box.height), packaged);
    }
    boolean inside = packaged || box.object.id().kind() == ObjectKind.PACKAGE;
    box.shown.forEach(part -> paint(part, left + part.x, top + part.y, inside));
    for (var rect : box.around) {
      around(box, new Rect(left + rect.x(), top + rect.y(), rect.width(), rect.height()));
    }
    box.memory.forEach(memory -> paint(memory, left + memory.x, top + memory.y, inside));
    box.devices.forEach(device -> paint(device, left + device.x, top + device.y, inside));
  }

  private void ordinary(LstopoBox box, Rect rect, boolean packaged) {
    if (box.object instanceof Pu pu && isTaken(pu)) {
      pus.paint(pu, rect);
      return;
    }
    rect(box, rect, packaged);
    words(box, (int) rect.x(), (int) rect.y());
    if (box.object instanceof NumaNode node) {
      memories.paint(
          node, new Rect(rect.x(), rect.y(), rect.width(), box.ownHeight), box.textWidth);
    }
  }

  private boolean isTaken(Pu pu) {
    return pu.state() != PuState.ONLINE || scene.overlay().seats().containsKey(pu.osIndex());
  }

  private void rect(LstopoBox box, Rect rect, boolean packaged) {
    var pattern = kind(box) > 0 ? Pattern.DASHED : Pattern.SOLID;
    var fill = Ink.of(role(box, packaged));
    scene.sketch().object(box.object, rect, 0, fill, OUTLINE, pattern);
  }

  /// The rank of the kind of core a PU is on: lstopo dashes all but the least powerful.
  private int kind(LstopoBox box) {
    return box.object instanceof Pu pu ? facts.cpuKind(pu.osIndex()).orElse(0) : 0;
  }

  private static Role role(LstopoBox box, boolean packaged) {
    return switch (box.object.id().kind()) {
      case PACKAGE -> Role.BOARD;
      case DIE -> Role.INNER_BOARD;
      case GROUP -> packaged ? Role.INNER_BOARD : Role.PLAIN;
      case CORE -> Role.SILICON;
      case NUMA_NODE -> Role.MEMORY;
      case PCI_DEVICE -> Role.CARD;
      case OS_DEVICE -> Role.CHIP;
      default -> Role.PLAIN;
    };
  }

  private void words(LstopoBox box, int left, int top) {
    var look = new Lettering(LstopoSizes.FONT, kind(box) % 2 == 1, false, TEXT);
    double y = top + GRID + MIDDLE;
    for (String line : box.lines) {
      var spot =
          box.object instanceof Pu
              ? Spot.amid(left + GRID + box.textWidth / 2.0, y, box.textWidth + GRID)
              : Spot.from(left + GRID, y, box.textWidth + GRID);
      scene.sketch().write(line, look, spot, item(box), Detail.ALWAYS);
      y += LstopoSizes.FONT + LstopoSizes.LINE_GAP;
    }
  }

  private static Optional<Item> item(LstopoBox box) {
    return FramePainter.item(box.object);
  }

  /// A box without an id of its own: it stands for nothing alone.
  private void nameless(LstopoBox box, Rect rect, Role fill, Optional<Item> item) {
    String kind = box.object.id().kind().hwlocName();
    scene.sketch().decoration(kind, rect, 0, Ink.of(fill), OUTLINE, item, Detail.ALWAYS);
  }

  private void around(LstopoBox box, Rect rect) {
    nameless(box, rect, Role.MEMORIES, item(box));
  }

  /// The edges of alike PCI functions behind the first.
  private void behind(LstopoBox box, int left, int top) {
    int most = LstopoSizes.shadow(box);
    if (box.alike > 2) {
      shadow(box, left, top, most, most);
    }
    if (box.alike > 1) {
      shadow(box, left, top, GRID / 2, most);
    }
  }

  private void shadow(LstopoBox box, int left, int top, int by, int most) {
    var rect = new Rect(left + by, top + by, box.width - most, box.height - most);
    nameless(box, rect, Role.CARD, item(box));
  }

  private void others(LstopoBox box, int left, int top, boolean packaged) {
    int x = box.object instanceof Pu ? left + GRID : left;
    for (int square = 0; square < 3; square++) {
      var rect = new Rect(x + square * 2 * GRID, top + GRID, GRID, GRID);
      nameless(box, rect, role(box, packaged), Optional.empty());
    }
    var look = Lettering.plain(LstopoSizes.FONT, TEXT);
    double y = top + 2 * GRID + LstopoSizes.LINE_GAP + MIDDLE;
    String words = box.lines.getFirst();
    var spot = Spot.from(x, y, box.textWidth + GRID);
    scene.sketch().write(words, look, spot, Optional.empty(), Detail.ALWAYS);
  }

  private void bridge(LstopoBox box, int left, int top) {
    var square = new Rect(left, top, GRID, GRID);
    rect(box, square, false);
    if (box.devices.isEmpty()) {
      return;
    }
    int middle = GRID / 2;
    line(box, left + GRID, top + middle, left + 2 * GRID, top + middle);
    var look = Lettering.plain(LstopoSizes.FONT, TEXT);
    for (var device : box.devices) {
      int y = top + device.y + middle;
      line(box, left + 2 * GRID, y, left + device.x, y);
      LstopoLabels.speed(device.link)
          .ifPresent(speed -> {
            var spot = Spot.from(left + 5 * GRID / 2, y + middle + MIDDLE, 4 * GRID);
            scene.sketch().write(speed, look, spot, item(device), Detail.ALWAYS);
          });
    }
    int first = top + box.devices.getFirst().y + middle;
    int last = top + box.devices.getLast().y + middle;
    line(box, left + 2 * GRID, first, left + 2 * GRID, last);
  }

  private void line(LstopoBox box, double x1, double y1, double x2, double y2) {
    scene
        .sketch()
        .add(new Shape.Line("", "bus", x1, y1, x2, y2, 1, OUTLINE, item(box), Detail.ALWAYS));
  }
}
