package org.numascape.app.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.guests.GuestWorkflow;
import org.numascape.app.settings.GuestSettings;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

/// What can be done with one guest as a whole: for the Design menu and for the menu of its card.
final class GuestActions {

  private final GuestWorkflow guests;
  private final GuestSettings settings;
  private final PresetActions presets;
  private final Action create;
  private final Action open;
  private final DesignStore store;
  private final ViewState view;
  private final Action duplicate;
  private final Action rename;
  private final Action remove;

  /// `uncover` takes the start screen away, which would lie over a new guest.
  GuestActions(Stage stage, DesignStore store, ViewState view, Runnable uncover) {
    this.store = store;
    this.view = view;
    guests = new GuestWorkflow(stage, store);
    create =
        Action.of(
            "new-guest",
            "New virtual machine…",
            "Shortcut+N",
            Material2AL.ADD_CIRCLE_OUTLINE,
            () -> {
              uncover.run();
              guests.create();
            });
    duplicate =
        Action.of(
                "duplicate-guest",
                "Duplicate the VM…",
                "Shortcut+D",
                Material2AL.CONTENT_COPY,
                guests::duplicate)
            .disabledWhile(guests.noneSelected());
    rename =
        Action.of("rename-guest", "Rename the VM…", "F2", guests::rename)
            .disabledWhile(guests.noneSelected());
    remove =
        Action.of(
                "remove-guest",
                "Remove the VM from the design…",
                "Shortcut+Delete",
                Material2AL.DELETE_OUTLINE,
                guests::remove)
            .disabledWhile(guests.noneSelected());
    presets = new PresetActions(stage, store);
    settings = new GuestSettings(stage, store, view.dark(), GuestPages.ALL);
    open =
        Action.of(
                "guest-settings",
                "Settings of the VM…",
                "Shortcut+E",
                Material2MZ.TUNE,
                settings::showSelected)
            .disabledWhile(
                Bindings.createBooleanBinding(
                    () -> store.selectedGuest().isEmpty() && store.design().guests().size() != 1,
                    store.selection(),
                    store.history()));
  }

  /// The windows with settings.
  GuestSettings settings() {
    return settings;
  }

  /// For the Design menu: what concerns the selected guest.
  List<Action> group() {
    return List.of(create, open, duplicate, rename, remove);
  }

  /// What places a guest as a whole.
  PresetActions presets() {
    return presets;
  }

  /// Asks what a new guest shall be.
  void create() {
    create.effect().run();
  }

  /// For the menu of a guest's card.
  List<MenuItem> menu(DomainId guest) {
    return List.of(
        item("Settings…", "card-settings", Material2MZ.TUNE, () -> settings.show(guest)),
        presets.menu(guest),
        guestView(guest),
        item(
            "Duplicate…",
            "card-duplicate",
            Material2AL.CONTENT_COPY,
            () -> guests.duplicate(guest)),
        item("Rename…", "card-rename", Material2AL.EDIT, () -> guests.rename(guest)),
        item(
            "Remove from design…",
            "card-remove",
            Material2AL.DELETE_OUTLINE,
            () -> guests.remove(guest)));
  }

  private MenuItem guestView(DomainId guest) {
    var item = new MenuItem("Guest view", new FontIcon(Material2MZ.VERTICAL_SPLIT));
    item.setId("card-guest-view");
    item.setAccelerator(KeyCombination.valueOf(ViewActions.GUEST_VIEW_KEY));
    item.setOnAction(event -> {
      if (!store.selectedGuest().equals(Optional.of(guest))) {
        store.select(List.of(new Item.WholeGuest(guest)));
      }
      view.guestView().set(true);
    });
    return item;
  }

  private static MenuItem item(String label, String id, Ikon icon, Runnable effect) {
    var item = new MenuItem(label, new FontIcon(icon));
    item.setId(id);
    item.setOnAction(event -> effect.run());
    return item;
  }
}
