package org.numascape.app.review;

import java.util.List;
import java.util.Optional;
import org.numascape.apply.Change.AllocatePages;
import org.numascape.apply.DomainPlan;
import org.numascape.design.DomainId;

/// One entry of the list on the left.
sealed interface Card {

  /// What is set on the host itself.
  record Host(List<AllocatePages> pools) implements Card {
    /// Copies the list.
    public Host {
      pools = List.copyOf(pools);
    }
  }

  /// A guest that is changed.
  record OfGuest(DomainPlan plan) implements Card {}

  /// The guest it is about; empty for the host.
  default Optional<DomainId> guest() {
    return switch (this) {
      case Host _ -> Optional.empty();
      case OfGuest(var plan) -> Optional.of(plan.id());
    };
  }
}
