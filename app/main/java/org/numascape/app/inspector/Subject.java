package org.numascape.app.inspector;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.numascape.analysis.Analysis;
import org.numascape.design.DomainId;
import org.numascape.design.GuestWords;
import org.numascape.design.Item;
import org.numascape.topology.ObjectId;

/// What a selection is about.
sealed interface Subject {

  /// Nothing is selected: the host as a whole.
  record WholeHost() implements Subject {}

  /// One guest or parts of it. `parts` are all it has: a guest with other parts needs other lines.
  record OneGuest(DomainId id, List<Item> parts) implements Subject {}

  /// One part of the host.
  record OnHost(ObjectId object) implements Subject {}

  /// Things that are not all of one guest.
  record Several(List<Item> items) implements Subject {}

  /// The subject of a selection.
  static Subject of(Analysis facts, Collection<Item> selection) {
    if (selection.isEmpty()) {
      return new WholeHost();
    }
    var guests =
        selection.stream()
            .filter(Item.OfGuest.class::isInstance)
            .map(item -> ((Item.OfGuest) item).domain())
            .collect(Collectors.toSet());
    boolean allOfGuests = selection.stream().allMatch(Item.OfGuest.class::isInstance);
    if (allOfGuests && guests.size() == 1) {
      var id = guests.iterator().next();
      return facts
          .design()
          .guest(id)
          .<Subject>map(guest -> new OneGuest(id, GuestWords.parts(guest)))
          .orElse(new WholeHost());
    }
    if (selection.size() == 1) {
      return switch (selection.iterator().next()) {
        case Item.OnHost(var object) -> new OnHost(object);
        case Item.NodeMemory(var node) ->
            facts
                .host()
                .node(node)
                .<Subject>map(found -> new OnHost(found.id()))
                .orElse(new WholeHost());
        case Item.OfGuest of -> new WholeHost();
      };
    }
    return new Several(List.copyOf(selection));
  }
}
