package org.numascape.app.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.store.ViewState;
import org.numascape.app.store.Weight;
import org.numascape.design.Item;
import org.numascape.drawing.Folding;
import org.numascape.drawing.Layout;
import org.numascape.drawing.LayoutMode;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;
import org.numascape.topology.TopologyObject;

/// Folds alike parts together and apart. What is alike on a large host is found beside the FX
/// thread.
final class Folds {

  private final DesignStore store;
  private final ViewState view;
  private final Lane lane = new Lane();

  Folds(DesignStore store, ViewState view) {
    this.store = store;
    this.view = view;
  }

  /// Whether the parts around an item can be folded, and are: empty where none is alike. On a large
  /// host nobody looks, and it is as if they could.
  Optional<Boolean> state(Item item) {
    if (!Weight.large(store.design())) {
      return around(store.analysis().get(), view.mode().get(), Set.of(item)).stream()
          .findFirst()
          .map(this::folded);
    }
    return object(store.design().host(), item).map(TopologyObject::id).map(this::folded);
  }

  /// The boxes whose parts fold or unfold when somebody points at items: of each the nearest around
  /// it that has alike parts.
  private static Set<ObjectId> around(Analysis facts, LayoutMode mode, Set<Item> items) {
    var host = facts.host();
    var foldable = Layout.foldable(facts, mode);
    var parents = new LinkedHashSet<ObjectId>();
    for (var item : items) {
      object(host, item).flatMap(object -> around(host, object, foldable)).ifPresent(parents::add);
    }
    return parents;
  }

  private static Optional<ObjectId> around(
      HostTopology host, TopologyObject object, Set<ObjectId> foldable) {
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

  private static Optional<TopologyObject> object(HostTopology host, Item item) {
    return switch (item) {
      case Item.OnHost(var id) -> host.object(id);
      case Item.NodeMemory(var node) -> host.node(node).map(TopologyObject.class::cast);
      case Item.OfGuest guest -> Optional.empty();
    };
  }

  private boolean folded(ObjectId parent) {
    return view.folding().get().folds(parent);
  }

  /// Folds the parts of a box, or unfolds them.
  void toggle(ObjectId parent) {
    view.folding().set(view.folding().get().toggled(parent));
  }

  /// Folds or unfolds around these; everything where there are none.
  void toggle(Set<Item> items) {
    if (items.isEmpty()) {
      boolean open = view.folding().get().equals(Folding.NONE);
      view.folding().set(open ? Folding.ALL : Folding.NONE);
      return;
    }
    var facts = store.analysis().get();
    var mode = view.mode().get();
    lane.ask(
        Weight.large(facts.design()),
        () -> around(facts, mode, items),
        parents -> parents.forEach(this::toggle));
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
