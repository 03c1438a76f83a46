package org.numascape.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.presets.Presets;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;
import org.numascape.placement.Preset;

/// Ways to place a whole guest: for the Design menu, the toolbar, and the menu of a card.
final class PresetActions {

  private final Presets presets;
  private final Action choose;
  private final List<Action> each;

  PresetActions(Stage stage, DesignStore store) {
    presets = new Presets(stage, store);
    ObservableBooleanValue nobody =
        Bindings.createBooleanBinding(
            () -> store.selectedGuest().isEmpty() && store.design().guests().size() != 1,
            store.selection(),
            store.history());
    choose =
        Action.of(
                "presets",
                "Place the VM by a preset…",
                "Shortcut+Shift+A",
                Material2AL.FLASH_ON,
                presets::choose)
            .disabledWhile(nobody);
    each =
        Stream.of(Preset.values())
            .map(preset ->
                Action.of(
                        "preset-" + preset.option(),
                        preset.title() + "…",
                        "",
                        () -> presets.choose(preset))
                    .disabledWhile(nobody)
                    .in("Presets"))
            .toList();
  }

  /// Asks which.
  Action choose() {
    return choose;
  }

  /// Each preset.
  List<Action> all() {
    return each;
  }

  /// For the Design menu.
  List<Action> group() {
    var group = new ArrayList<Action>();
    group.add(choose);
    group.addAll(each);
    return group;
  }

  /// For the menu of a guest's card.
  MenuItem menu(DomainId guest) {
    var menu = new Menu("Presets", new FontIcon(Material2AL.FLASH_ON));
    menu.setId("card-presets");
    for (var preset : Preset.values()) {
      var item = new MenuItem(preset.title() + "…");
      item.setId("card-preset-" + preset.option());
      item.setOnAction(event -> presets.choose(guest, preset));
      menu.getItems().add(item);
    }
    return menu;
  }
}
