package org.numascape.app.canvas;

import java.util.Optional;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.Item;
import org.numascape.drawing.Folding;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;
import org.numascape.topology.TopologyObject;

/// Folds alike parts together and apart.
record Folds(DesignStore store, ViewState view) {

  /// The box whose parts fold when somebody points at an item: the nearest that has several.
  Optional<ObjectId> around(Item item) {
    var host = store.design().host();
    return object(host, item).flatMap(start -> around(host, start));
  }

  private static Optional<ObjectId> around(HostTopology host, TopologyObject start) {
    Optional<TopologyObject> here = Optional.of(start);
    while (here.isPresent() && here.get().contents().parts().size() < 2) {
      here = host.parent(here.get());
    }
    return here.map(TopologyObject::id);
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

  /// Unfolds whatever may hide an item; says whether there was anything.
  boolean open(Item item) {
    var host = store.design().host();
    Folding folding = view.folding().get();
    Folding open = folding;
    for (var above : object(host, item).map(host::ancestors).orElse(java.util.List.of())) {
      open = open.folds(above.id()) ? open.toggled(above.id()) : open;
    }
    view.folding().set(open);
    return !open.equals(folding);
  }
}
