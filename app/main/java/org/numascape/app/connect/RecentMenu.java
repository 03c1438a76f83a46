package org.numascape.app.connect;

import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.numascape.document.Recent;

/// What was open lately, as entries of a menu.
final class RecentMenu {

  private final Recents recents;
  private final Consumer<Recent> open;

  RecentMenu(Recents recents, Consumer<Recent> open) {
    this.recents = recents;
    this.open = open;
  }

  /// Puts it behind the first `fixed` entries, in place of what is there.
  void fill(ObservableList<MenuItem> items, int fixed) {
    items.remove(fixed, items.size());
    if (recents.entries().isEmpty()) {
      return;
    }
    items.add(new SeparatorMenuItem());
    for (var recent : recents.entries()) {
      var item = new MenuItem(recent.label() + (recent.missing() ? "  (missing)" : ""));
      item.setMnemonicParsing(false);
      item.setDisable(recent.missing());
      item.setOnAction(event -> open.accept(recent));
      items.add(item);
    }
  }
}
