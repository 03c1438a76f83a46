package org.numascape.app.window;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// One thing a person can do: its words, key and effect, for menus, toolbar and the list of
/// shortcuts alike.
///
/// @param label may change, as `Undo Pin vCPU 3` does
/// @param key the shortcut; empty for none
public record Action(
    String id,
    ObservableValue<String> label,
    Optional<KeyCombination> key,
    Optional<Ikon> icon,
    ObservableBooleanValue disabled,
    Runnable effect) {

  /// An action that is always possible.
  public static Action of(String id, String label, String key, Ikon icon, Runnable effect) {
    return new Action(
        id,
        Bindings.createStringBinding(() -> label),
        key(key),
        Optional.of(icon),
        Bindings.createBooleanBinding(() -> false),
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
        effect);
  }

  /// The same action, possible only while `condition` is false.
  public Action disabledWhile(ObservableBooleanValue condition) {
    return new Action(id, label, key, icon, condition, effect);
  }

  /// The same action under words that change.
  public Action labelled(ObservableValue<String> words) {
    return new Action(id, words, key, icon, disabled, effect);
  }

  private static Optional<KeyCombination> key(String key) {
    return key.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(key));
  }

  /// A menu entry for it.
  MenuItem menuItem() {
    var item = new MenuItem();
    item.setId("menu-" + id);
    item.textProperty().bind(label);
    item.disableProperty().bind(disabled);
    icon.ifPresent(glyph -> item.setGraphic(new FontIcon(glyph)));
    key.ifPresent(item::setAccelerator);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> effect.run());
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
