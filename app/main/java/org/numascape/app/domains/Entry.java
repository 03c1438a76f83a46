package org.numascape.app.domains;

import org.numascape.design.DomainId;

/// One line of the list.
sealed interface Entry {

  /// The card of a guest.
  record OfGuest(DomainId id) implements Entry {}

  /// Where files are dropped.
  record DropZone() implements Entry {}
}
