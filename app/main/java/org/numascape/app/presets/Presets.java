package org.numascape.app.presets;

import java.util.Optional;
import javafx.stage.Window;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;
import org.numascape.placement.Preset;

/// Lets a person choose a preset for a guest and makes its edit, one step of undo.
public final class Presets {

  private final Window owner;
  private final DesignStore store;
  private Preset last = Preset.DEDICATED;

  /// Presets whose dialogs belong to a window.
  public Presets(Window owner, DesignStore store) {
    this.owner = owner;
    this.store = store;
  }

  /// Asks for the guest that is selected, or the only one there is.
  public void choose() {
    selected().ifPresent(guest -> choose(guest, last));
  }

  /// Asks, beginning with a preset, for the guest that is selected, or the only one there is.
  public void choose(Preset first) {
    selected().ifPresent(guest -> choose(guest, first));
  }

  /// Asks for a guest, beginning with a preset; nothing where the guest is not in the design.
  public void choose(DomainId guest, Preset first) {
    store
        .design()
        .guest(guest)
        .flatMap(there -> {
          var dialog = new PresetDialog(owner, store, guest, first);
          var edit = dialog.showAndWait();
          last = dialog.preset();
          return edit;
        })
        .ifPresent(store::apply);
  }

  private Optional<DomainId> selected() {
    var guests = store.design().guests();
    return store
        .selectedGuest()
        .or(() -> guests.size() == 1 ? Optional.of(guests.getFirst().id()) : Optional.empty());
  }
}
