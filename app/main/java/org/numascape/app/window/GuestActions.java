package org.numascape.app.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.settings.GuestSettings;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

/// What can be done with one guest as a whole: for the Design menu and for the menu of its card.
final class GuestActions {

  private final GuestSettings settings;
  private final Action open;
  private final DesignStore store;
  private final ViewState view;

  GuestActions(Stage stage, DesignStore store, ViewState view) {
    this.store = store;
    this.view = view;
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
    return List.of(open);
  }

  /// For the menu of a guest's card.
  List<MenuItem> menu(DomainId guest) {
    var item = new MenuItem("Settings…", new FontIcon(Material2MZ.TUNE));
    item.setId("card-settings");
    item.setOnAction(event -> settings.show(guest));
    return List.of(item, guestView(guest));
  }

  private MenuItem guestView(DomainId guest) {
    var item = new MenuItem("Guest view", new FontIcon(Material2MZ.VERTICAL_SPLIT));
    item.setId("card-guest-view");
    item.setAccelerator(KeyCombination.valueOf("Shortcut+G"));
    item.setOnAction(event -> {
      if (!store.selectedGuest().equals(Optional.of(guest))) {
        store.select(List.of(new Item.WholeGuest(guest)));
      }
      view.guestView().set(true);
    });
    return item;
  }
}
