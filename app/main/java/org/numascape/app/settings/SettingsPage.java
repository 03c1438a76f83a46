package org.numascape.app.settings;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;

/// One page of a guest's settings. It shows the design as it is, and every change is an edit, made
/// at once and undoable.
public interface SettingsPage {

  /// What stands in the list of pages: `CPU`.
  String name();

  /// What stands before it.
  Ikon icon();

  /// What the page shows; asked for once, when it is first looked at. It fills the room beside the
  /// list and scrolls by itself, as [GuestForm#scrolled()] does.
  Node view();

  /// Makes a page for a guest that is in the design.
  interface Maker {
    /// A page of its own for one window.
    SettingsPage of(DesignStore store, DomainId guest);
  }
}
