package org.numascape.drawing;

import java.util.List;
import java.util.function.ToIntFunction;
import org.numascape.drawing.LstopoBox.Sort;
import org.numascape.drawing.LstopoZone.Order;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;

/// Gives every box its size, from the inside out, and what is in it its place.
///
/// A box has four zones: its text on top, memory below it, then the CPU objects, and devices to the
/// right of those. Source: lstopo's layout in words (facts of hwloc 2.9).
///
/// @param width how wide a line of text is
record LstopoSizes(ToIntFunction<String> width) {

  /// lstopo's grid: space around and between boxes.
  static final int GRID = 7;

  /// lstopo's font size.
  static final int FONT = 10;

  /// Between two lines of text.
  static final int LINE_GAP = 4;

  /// A bridge and the lines right of it, with room for the speed of the link.
  private static final int BRIDGE_WIDTH = 3 * GRID + FONT + GRID;

  /// Gives a box and all in it sizes.
  void measure(LstopoBox box) {
    box.memory.forEach(this::measure);
    box.shown.forEach(this::measure);
    box.devices.forEach(this::measure);
    own(box);
    boolean inMain = !isCpu(box);
    var main = inMain ? main(box) : box.shown;
    int left = box.sort == Sort.BAR ? 0 : box.sort == Sort.BRIDGE ? box.width : GRID;
    int top = box.sort == Sort.BRIDGE ? 0 : box.height + barGap(box);
    if (box.sort == Sort.BRIDGE) {
      bridge(box, main, left);
    } else if (!main.isEmpty() || !box.memory.isEmpty() || !box.devices.isEmpty()) {
      filled(box, main, left, top, inMain);
    }
  }

  /// The room a box takes before anything is in it.
  private void own(LstopoBox box) {
    int lines = box.lines.size();
    for (String line : box.lines) {
      box.textWidth = Math.max(box.textWidth, width.applyAsInt(line));
    }
    int text = lines == 0 ? 0 : box.textWidth + GRID;
    int more = Math.max(0, lines - 1) * (FONT + LINE_GAP);
    int high = lines == 0 ? GRID : GRID + FONT + GRID;
    switch (box.sort) {
      case ORDINARY -> size(box, GRID + text, high + more);
      case BAR -> size(box, GRID + text, high);
      case PCI -> size(box, GRID + text + shadow(box), high + shadow(box));
      case BRIDGE -> size(box, BRIDGE_WIDTH, GRID);
      case OTHERS -> {
        int pus = box.object instanceof Pu ? 2 * GRID : 0;
        size(box, Math.max(5 * GRID, box.textWidth) + pus, 3 * GRID + LINE_GAP + FONT);
      }
    }
    box.ownHeight = box.height;
  }

  private static void size(LstopoBox box, int width, int height) {
    box.width = width;
    box.height = height;
  }

  /// How far the boxes behind a PCI function stand out.
  static int shadow(LstopoBox box) {
    return box.alike == 1 ? 0 : box.alike == 2 ? GRID / 2 : GRID;
  }

  private static int barGap(LstopoBox box) {
    boolean close = pusOnly(box) || box.object instanceof MemoryCache;
    return box.sort == Sort.BAR && !close ? GRID : 0;
  }

  private static boolean pusOnly(LstopoBox box) {
    return !box.parts.isEmpty() && box.parts.stream().allMatch(part -> part.object instanceof Pu);
  }

  private static boolean isCpu(LstopoBox box) {
    return switch (box.object.id().kind()) {
      case NUMA_NODE, MEMORY_CACHE, BRIDGE, PCI_DEVICE, OS_DEVICE, MISC -> false;
      default -> true;
    };
  }

  /// Memory, devices and Misc objects keep what is in them together.
  private static List<LstopoBox> main(LstopoBox box) {
    return box.memory.isEmpty() ? box.devices : box.memory;
  }

  private static void bridge(LstopoBox box, List<LstopoBox> main, int left) {
    var zone = LstopoZone.pack(main, Order.VERTICAL, GRID, 1, left, 0, GRID + FONT);
    size(box, box.width + zone.width(), Math.max(box.height, zone.height()));
  }

  private void filled(LstopoBox box, List<LstopoBox> main, int left, int top, boolean inMain) {
    int gap = pusOnly(box) && !inMain ? 0 : GRID;
    float ratio = box.object.id().kind() == ObjectKind.CORE ? LstopoZone.NARROW : LstopoZone.WIDE;
    var order = box.row ? Order.HORIZONTAL : order(box);
    var inner = LstopoZone.pack(main, order, gap, ratio, 0, 0, 0);
    var beside = inMain ? List.<LstopoBox>of() : box.devices;
    var right = LstopoZone.pack(beside, order(box), GRID, ratio, 0, 0, 0);
    int apart = inner.isEmpty() || right.isEmpty() ? 0 : GRID;
    int wide = inner.width() + apart + right.width();
    int high = Math.max(inner.height(), right.height());
    var above = inMain ? LstopoZone.NONE : above(box, left, top, inner.width(), wide);
    int aboveHeight = above.isEmpty() ? 0 : above.height() + GRID;
    move(main, left, top + aboveHeight);
    move(beside, left + inner.width() + apart, top + aboveHeight);
    if (box.sort == Sort.BAR) {
      int below = high == 0 && wide == 0 ? 0 : high + barGap(box);
      hang(box, above, aboveHeight);
      size(
          box,
          Math.max(box.width, Math.max(wide, above.width())),
          box.height + below + aboveHeight);
    } else {
      int inside = Math.max(wide, above.width()) + 2 * GRID;
      int below = high == 0 && wide == 0 ? 0 : high + GRID;
      size(box, Math.max(box.width, inside), box.height + below + aboveHeight);
    }
  }

  /// Memory over a cache stands above its bar.
  private static void hang(LstopoBox box, LstopoZone above, int aboveHeight) {
    if (above.isEmpty()) {
      return;
    }
    int up = box.memory.getFirst().y - (box.around.isEmpty() ? 0 : GRID);
    for (var memory : box.memory) {
      memory.y -= up;
    }
    box.around =
        box.around.stream()
            .map(rect -> new Rect(rect.x(), 0, rect.width(), rect.height()))
            .toList();
    box.barY = aboveHeight;
  }

  private static Order order(LstopoBox box) {
    return switch (box.object) {
      case Pu pu -> Order.HORIZONTAL;
      case NumaNode node -> Order.HORIZONTAL;
      default -> box.sort == Sort.BAR ? Order.HORIZONTAL : Order.ROWS;
    };
  }

  /// Places memory side by side. One alone is as wide as all below it, several are in a box that
  /// is.
  private static LstopoZone above(LstopoBox box, int left, int top, int mainWidth, int wide) {
    if (box.memory.isEmpty()) {
      return LstopoZone.NONE;
    }
    boolean boxed = box.memory.size() + box.memory.getFirst().memory.size() > 1;
    int border = boxed ? GRID : 0;
    var zone =
        LstopoZone.pack(box.memory, Order.HORIZONTAL, GRID, 1, left + border, top + border, 0);
    int width = zone.width() + 2 * border;
    if (width < mainWidth) {
      width = wide;
      if (!boxed) {
        box.memory.getFirst().width = wide;
      }
    }
    int height = zone.height() + 2 * border;
    if (boxed) {
      box.around = List.of(new Rect(left, top, width, height));
    }
    return new LstopoZone(width, height);
  }

  private static void move(List<LstopoBox> boxes, int right, int down) {
    for (var box : boxes) {
      box.x += right;
      box.y += down;
    }
  }
}
