package org.numascape.app.domains;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.MouseEvent;
import org.numascape.app.store.DesignStore;
import org.numascape.design.GuestWords;
import org.numascape.design.Item;

/// What a click on a part selects: itself; with Ctrl it joins or leaves; with Shift everything from
/// the last click to here.
final class Picking {

  private final DesignStore store;
  private Optional<Item> anchor = Optional.empty();

  Picking(DesignStore store) {
    this.store = store;
  }

  /// Follows a click.
  void click(Item item, MouseEvent event) {
    if (event.isShiftDown()) {
      extendTo(item);
    } else if (event.isShortcutDown()) {
      toggle(item);
    } else {
      only(item);
    }
  }

  /// Selects this alone.
  void only(Item item) {
    anchor = Optional.of(item);
    store.select(List.of(item));
  }

  /// Adds this or takes it out.
  void toggle(Item item) {
    anchor = Optional.of(item);
    store.toggle(item);
  }

  /// Selects the threads from the last one clicked to this, in reading order.
  void extendTo(Item item) {
    var order = new ArrayList<Item>();
    store.design().guests().forEach(guest -> order.addAll(GuestWords.parts(guest)));
    int from = anchor.map(order::indexOf).orElse(-1);
    int to = order.indexOf(item);
    if (from < 0 || to < 0) {
      only(item);
      return;
    }
    var between = order.subList(Math.min(from, to), Math.max(from, to) + 1);
    var threads = between.stream().filter(Picking::thread).toList();
    store.select(threads.isEmpty() ? List.of(item) : threads);
  }

  private static boolean thread(Item item) {
    return item instanceof Item.Vcpu
        || item instanceof Item.Emulator
        || item instanceof Item.IoThread;
  }
}
