package org.numascape.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.Item;
import org.numascape.drawing.Folding;
import org.numascape.drawing.Layout;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;
import org.numascape.topology.TopologyObject;

/// Folds alike parts together and apart.
record Folds(DesignStore store, ViewState view) {

  /// The box whose parts fold or unfold when somebody points at an item: the nearest around it that
  /// has alike ones; empty where none has.
  Optional<ObjectId> around(Item item) {
    var host = store.design().host();
    return object(host, item).flatMap(object -> around(host, object));
  }

  private Optional<ObjectId> around(HostTopology host, TopologyObject object) {
    Set<ObjectId> foldable = foldable();
    // Boxes that cover the same CPUs are drawn as one, or within each other.
    Predicate<TopologyObject> same =
        other -> !other.cpus().isEmpty() && other.cpus().equals(object.cpus());
    return Stream.of(
            Stream.of(object), host.objects().filter(same), host.ancestors(object).stream())
        .flatMap(boxes -> boxes)
        .map(TopologyObject::id)
        .filter(foldable::contains)
        .findFirst();
  }

  /// The boxes some of whose parts are alike, folded or not.
  Set<ObjectId> foldable() {
    return Layout.foldable(store.analysis().get(), view.mode().get());
  }

  private static Optional<TopologyObject> object(HostTopology host, Item item) {
    return switch (item) {
      case Item.OnHost(var id) -> host.object(id);
      case Item.NodeMemory(var node) -> host.node(node).map(TopologyObject.class::cast);
      case Item.OfGuest guest -> Optional.empty();
    };
  }

  /// Whether the parts of a box stand together.
  boolean folded(ObjectId parent) {
    return view.folding().get().folds(parent);
  }

  /// Folds the parts of a box, or unfolds them.
  void toggle(ObjectId parent) {
    view.folding().set(view.folding().get().toggled(parent));
  }

  /// Folds or unfolds around these; everything where there are none.
  void toggle(Stream<Item> items) {
    var chosen = items.toList();
    if (chosen.isEmpty()) {
      boolean open = view.folding().get().equals(Folding.NONE);
      view.folding().set(open ? Folding.ALL : Folding.NONE);
    } else {
      chosen.stream().flatMap(item -> around(item).stream()).distinct().forEach(this::toggle);
    }
  }

  /// Unfolds whatever may hide an item; says whether there was anything.
  boolean open(Item item) {
    var host = store.design().host();
    Folding folding = view.folding().get();
    Folding open = folding;
    for (var above : object(host, item).map(host::ancestors).orElse(List.of())) {
      open = open.folds(above.id()) ? open.toggled(above.id()) : open;
    }
    view.folding().set(open);
    return !open.equals(folding);
  }
}
