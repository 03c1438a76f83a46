package org.numascape.app.window;

import java.util.stream.IntStream;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Item;
import org.numascape.placement.Unpin;

/// What can be done with the selection as a whole.
record SelectionEdits(DesignStore store) {

  /// Selects every vCPU of the selected guest, or of all guests.
  void selectAllVcpus() {
    var chosen = store.selectedGuest();
    store.select(
        store.design().guests().stream()
            .filter(guest -> chosen.isEmpty() || chosen.get().equals(guest.id()))
            .flatMap(guest ->
                IntStream.range(0, guest.wanted().vcpus().maximum())
                    .mapToObj(vcpu -> new Item.Vcpu(guest.id(), vcpu)))
            .toList());
  }

  /// Takes the pins of what is selected away.
  void unpin() {
    Unpin.of(store.design(), store.selection().get()).ifPresent(store::apply);
  }
}
