package org.numascape.app.window;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// One thing a person can do: its words, key and effect, for menus, toolbar and the list of
/// shortcuts alike.
///
/// @param label may change, as `Undo Pin vCPU 3` does
/// @param key the shortcut; empty for none
/// @param within the title of the submenu it stands in; empty for the menu itself
/// @param checked whether it is on, for what is on or off or one of several; empty for what is done
public record Action(
    String id,
    ObservableValue<String> label,
    Optional<KeyCombination> key,
    Optional<Ikon> icon,
    ObservableBooleanValue disabled,
    Optional<String> within,
    Optional<ObservableBooleanValue> checked,
    Runnable effect) {

  /// An action that is always possible.
  public static Action of(String id, String label, String key, Ikon icon, Runnable effect) {
    return new Action(
        id,
        Bindings.createStringBinding(() -> label),
        key(key),
        Optional.of(icon),
        Bindings.createBooleanBinding(() -> false),
        Optional.empty(),
        Optional.empty(),
        effect);
  }

  /// An action without an icon that is always possible.
  public static Action of(String id, String label, String key, Runnable effect) {
    return new Action(
        id,
        Bindings.createStringBinding(() -> label),
        key(key),
        Optional.empty(),
        Bindings.createBooleanBinding(() -> false),
        Optional.empty(),
        Optional.empty(),
        effect);
  }

  /// The same action, possible only while `condition` is false.
  public Action disabledWhile(ObservableBooleanValue condition) {
    return new Action(id, label, key, icon, condition, within, checked, effect);
  }

  /// The same action under words that change.
  public Action labelled(ObservableValue<String> words) {
    return new Action(id, words, key, icon, disabled, within, checked, effect);
  }

  /// The same action in a submenu.
  public Action in(String submenu) {
    return new Action(id, label, key, icon, disabled, Optional.of(submenu), checked, effect);
  }

  /// The same action with a mark while `on` is true.
  public Action checkedWhile(ObservableBooleanValue on) {
    return new Action(id, label, key, icon, disabled, within, Optional.of(on), effect);
  }

  private static Optional<KeyCombination> key(String key) {
    return key.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(key));
  }

  /// A menu entry for it.
  MenuItem menuItem() {
    var item = checked.map(this::checkItem).orElseGet(MenuItem::new);
    item.setId("menu-" + id);
    item.textProperty().bind(label);
    item.disableProperty().bind(disabled);
    icon.ifPresent(glyph -> item.setGraphic(new FontIcon(glyph)));
    key.ifPresent(item::setAccelerator);
    item.setMnemonicParsing(false);
    item.addEventHandler(ActionEvent.ACTION, event -> effect.run());
    return item;
  }

  private MenuItem checkItem(ObservableBooleanValue on) {
    var item = new CheckMenuItem();
    on.subscribe(value -> item.setSelected(on.get()));
    // A click marks the entry by itself, though one of several stays on when chosen again.
    item.addEventHandler(
        ActionEvent.ACTION, event -> Platform.runLater(() -> item.setSelected(on.get())));
    return item;
  }

  /// What it is called now.
  String words() {
    return label.getValue();
  }

  /// Words with the key behind them, for a tooltip.
  String tip() {
    return key.map(k -> words() + "  (" + k.getDisplayText() + ")").orElse(words());
  }
}
