package org.numascape.app.guestview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Item;
import org.numascape.topology.Core;

/// Arrow keys go from core to core of the guest and select its vCPUs; with Shift they add.
record CoreKeys(DesignStore store, Supplier<Optional<Sight>> sight) {

  /// A key was pressed on the picture.
  void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || sight.get().isEmpty()) {
      return;
    }
    var now = sight.get().get();
    var cores = now.view().machine().all(Core.class);
    int here = here(now, cores);
    int next =
        switch (event.getCode()) {
          case RIGHT, DOWN -> here + 1;
          case LEFT, UP -> here < 0 ? cores.size() - 1 : here - 1;
          case HOME -> 0;
          case END -> cores.size() - 1;
          default -> -2;
        };
    if (next == -2) {
      return;
    }
    if (next >= 0 && next < cores.size()) {
      var items = new ArrayList<Item>(event.isShiftDown() ? store.selection().get() : List.of());
      cores.get(next).cpus().stream().forEach(vcpu -> items.add(new Item.Vcpu(now.id(), vcpu)));
      store.select(items);
    }
    event.consume();
  }

  /// The last core of the selection; -1 where there is none.
  private int here(Sight now, List<Core> cores) {
    int found = -1;
    for (var item : store.selection().get()) {
      if (item instanceof Item.Vcpu(var of, int vcpu) && of.equals(now.id())) {
        for (int at = 0; at < cores.size(); at++) {
          if (cores.get(at).cpus().contains(vcpu)) {
            found = at;
          }
        }
      }
    }
    return found;
  }
}
