package org.numascape.app.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.Window;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;

/// Opens the settings of guests: a window each, beside the picture, which stays in use.
public final class GuestSettings {

  private final Window owner;
  private final DesignStore store;
  private final ObservableBooleanValue dark;
  private final List<SettingsPage.Maker> makers;
  private final Map<DomainId, SettingsWindow> open = new HashMap<>();
  private Optional<String> lastPage = Optional.empty();

  /// @param dark whether the dark theme is on
  /// @param makers the pages, in the order of the list
  public GuestSettings(
      Window owner,
      DesignStore store,
      ObservableBooleanValue dark,
      List<SettingsPage.Maker> makers) {
    this.owner = owner;
    this.store = store;
    this.dark = dark;
    this.makers = List.copyOf(makers);
  }

  /// Shows the settings of the guest that is selected, or of the only one there is.
  public void showSelected() {
    var guests = store.design().guests();
    store
        .selectedGuest()
        .or(() -> guests.size() == 1 ? Optional.of(guests.getFirst().id()) : Optional.empty())
        .ifPresent(this::show);
  }

  /// Shows the settings of a guest at the page last looked at; one that is not in the design has
  /// none.
  public void show(DomainId guest) {
    store.design().guest(guest).map(Guest::id).map(this::window).ifPresent(this::bringUp);
  }

  /// Shows the settings of a guest at the page of that name.
  public void show(DomainId guest, String page) {
    lastPage = Optional.of(page);
    show(guest);
  }

  private void bringUp(SettingsWindow window) {
    lastPage.ifPresent(window::choose);
    window.show();
    window.toFront();
    window.requestFocus();
  }

  private SettingsWindow window(DomainId guest) {
    return open.computeIfAbsent(guest, this::made);
  }

  private SettingsWindow made(DomainId guest) {
    var pages = makers.stream().map(maker -> maker.of(store, guest)).toList();
    var window = new SettingsWindow(owner, store, dark, guest, pages);
    lastPage.ifPresent(window::choose);
    window.chosen().subscribe(page -> page.map(SettingsPage::name).ifPresent(this::remember));
    window.setOnHidden(event -> open.remove(guest));
    return window;
  }

  private void remember(String page) {
    lastPage = Optional.of(page);
  }
}
