package org.numascape.app.domains;

import java.util.HashSet;
import java.util.Set;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.design.Item;

/// What every card works with.
///
/// @param unfolded first vCPUs of the rows whose chips are shown
record Desk(
    DesignStore store,
    ViewState view,
    Requests requests,
    Picking picking,
    Carrying carrying,
    Set<Item.Vcpu> unfolded) {

  /// The desk of one panel.
  static Desk of(DesignStore store, ViewState view, DragState drag, Requests requests) {
    return new Desk(
        store, view, requests, new Picking(store), new Carrying(store, drag), new HashSet<>());
  }
}
