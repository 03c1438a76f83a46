package org.numascape.app.canvas;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.numascape.app.theme.GuestColours;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.design.Item;

/// A small stack of what is being carried, in the guest's colour, with how many there are.
final class ChipStack extends Pane {

  private static final int SHOWN = 4;
  private static final double WIDTH = 28;
  private static final double HEIGHT = 22;
  private static final double STEP = 6;

  ChipStack() {
    setId("chip-stack");
    setMouseTransparent(true);
  }

  /// Shows these items.
  void show(List<Item> items, Design design, boolean dark) {
    getChildren().clear();
    int depth = Math.min(SHOWN, items.size());
    for (int at = 0; at < depth; at++) {
      var chip = new Label();
      chip.getStyleClass().add("carried-chip");
      chip.setMinSize(WIDTH, HEIGHT);
      chip.setStyle(GuestColours.style(colour(items.get(depth - 1 - at), design), dark));
      chip.relocate(at * STEP, at * STEP);
      if (at == depth - 1) {
        chip.setText(words(items));
      }
      getChildren().add(chip);
    }
  }

  private static int colour(Item item, Design design) {
    return item instanceof Item.OfGuest part
        ? design.guest(part.domain()).map(Guest::colour).orElse(0)
        : 0;
  }

  private static String words(List<Item> items) {
    return items.size() > 1 ? Integer.toString(items.size()) : word(items.getFirst());
  }

  private static String word(Item item) {
    return switch (item) {
      case Item.Vcpu(_, var vcpu) -> Integer.toString(vcpu);
      case Item.Cell(_, var cell) -> "cell " + cell;
      case Item.Emulator(_) -> "emulator";
      case Item.IoThread(_, var thread) -> "io" + thread;
      case Item.WholeGuest(_) -> "VM";
      case Item.Device(_, var address) -> address;
      case Item.OnHost(_), Item.NodeMemory(_) -> "";
    };
  }
}
