package org.numascape.app.guests;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.Window;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

/// Everything that makes, copies, renames and removes a guest, by menu, key or card.
public final class GuestWorkflow {

  private final Window owner;
  private final DesignStore store;
  private final BooleanBinding none;

  /// A workflow whose dialogs belong to a window.
  public GuestWorkflow(Window owner, DesignStore store) {
    this.owner = owner;
    this.store = store;
    none = Bindings.createBooleanBinding(() -> store.selectedGuest().isEmpty(), store.selection());
  }

  /// Whether no guest is selected.
  public BooleanBinding noneSelected() {
    return none;
  }

  /// Asks what a new guest shall be, and adds it.
  public void create() {
    new NewGuestDialog(owner, store)
        .showAndWait()
        .ifPresent(answer ->
            answer
                .outcome()
                .edit()
                .ifPresent(edit -> {
                  store.apply(edit);
                  select(answer.making().id());
                }));
  }

  /// Copies the selected guest.
  public void duplicate() {
    store.selectedGuest().ifPresent(this::duplicate);
  }

  /// Copies a guest.
  public void duplicate(DomainId id) {
    store
        .design()
        .guest(id)
        .flatMap(guest -> new DuplicateDialog(owner, store, guest).showAndWait())
        .ifPresent(copying ->
            copying
                .in(store.design())
                .ifPresent(edit -> {
                  store.apply(edit);
                  select(copying.id());
                }));
  }

  /// Renames the selected guest.
  public void rename() {
    store.selectedGuest().ifPresent(this::rename);
  }

  /// Renames a guest, or says who can.
  public void rename(DomainId id) {
    store
        .design()
        .guest(id)
        .flatMap(guest -> new RenameDialog(owner, store, guest).showAndWait())
        .ifPresent(store::apply);
  }

  /// Takes every guest that is selected, whole or in part, out of the design.
  public void remove() {
    remove(
        store.selection().get().stream()
            .filter(Item.OfGuest.class::isInstance)
            .map(item -> ((Item.OfGuest) item).domain())
            .distinct()
            .toList());
  }

  /// Takes a guest out of the design.
  public void remove(DomainId id) {
    remove(List.of(id));
  }

  private void remove(List<DomainId> ids) {
    var removal = Removal.of(store.design(), ids);
    removal.edit().filter(edit -> removal.confirmed(owner)).ifPresent(store::apply);
  }

  private void select(DomainId id) {
    store.select(List.of(new Item.WholeGuest(id)));
  }
}
