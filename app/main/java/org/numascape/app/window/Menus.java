package org.numascape.app.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// The menu bar.
final class Menus extends MenuBar {

  private final Map<MenuItem, KeyCombination> typed = new HashMap<>();

  Menus(List<Actions.Menu> menus) {
    menus.forEach(menu -> getMenus().add(menu(menu)));
  }

  private Menu menu(Actions.Menu menu) {
    var shown = new Menu(menu.title());
    for (var group : menu.groups()) {
      if (!shown.getItems().isEmpty()) {
        shown.getItems().add(new SeparatorMenuItem());
      }
      for (var action : group) {
        var item = action.menuItem();
        shown.getItems().add(item);
        action.key().filter(Menus::types).ifPresent(key -> typed.put(item, key));
      }
    }
    return shown;
  }

  /// Whether a key alone writes or deletes text, as `P` and Delete do.
  private static boolean types(KeyCombination key) {
    return key instanceof KeyCodeCombination code
        && code.getShortcut() != KeyCombination.ModifierValue.DOWN
        && code.getAlt() != KeyCombination.ModifierValue.DOWN
        && !code.getCode().isFunctionKey();
  }

  /// Takes such keys away from the menus while somebody types.
  void giveWayToTyping(Scene scene) {
    scene
        .focusOwnerProperty()
        .subscribe(owner -> {
          boolean typing = takesText(owner);
          typed.forEach((item, key) -> item.setAccelerator(typing ? null : key));
        });
  }

  /// Whether keys are text where the focus is.
  static boolean takesText(@Nullable Object focused) {
    return focused instanceof TextInputControl
        || focused instanceof ComboBoxBase<?> box && box.isEditable()
        || focused instanceof Spinner<?> spinner && spinner.isEditable();
  }
}
