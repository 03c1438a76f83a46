package org.numascape.app.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The menu bar.
final class Menus extends MenuBar {

  private static final Set<KeyCode> TAKEN =
      Set.of(KeyCode.ESCAPE, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.DOWN);

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
        action.within().map(title -> within(shown, title)).orElse(shown).getItems().add(item);
        action.key().filter(Menus::types).ifPresent(key -> typed.put(item, key));
      }
    }
    return shown;
  }

  /// The submenu of that title, made where there is none.
  private static Menu within(Menu menu, String title) {
    return menu.getItems().stream()
        .filter(item -> item instanceof Menu && title.equals(item.getText()))
        .map(Menu.class::cast)
        .findFirst()
        .orElseGet(() -> {
          var made = new Menu(title);
          menu.getItems().add(made);
          return made;
        });
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

  /// Lets Escape and arrow keys through. JavaFX's bar takes them for itself, a menu open or not,
  /// from the time its size changes until the mouse is clicked elsewhere; so it is told of such a
  /// click.
  void letKeysThrough(Window window) {
    window.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (TAKEN.contains(event.getCode()) && !inUse()) {
            Event.fireEvent(getScene().getRoot(), clickElsewhere());
          }
        });
  }

  private boolean inUse() {
    return getMenus().stream().anyMatch(Menu::isShowing)
        || lookupAll(".menu-button").stream().anyMatch(button -> button.isHover());
  }

  private static MouseEvent clickElsewhere() {
    double away = -1e6;
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        away,
        away,
        away,
        away,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  /// Whether keys are text where the focus is.
  static boolean takesText(@Nullable Object focused) {
    return focused instanceof TextInputControl
        || (focused instanceof ComboBoxBase<?> box && box.isEditable())
        || (focused instanceof Spinner<?> spinner && spinner.isEditable());
  }
}
