package org.numascape.app.window;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.numascape.app.canvas.TopologyCanvas;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.GuestWords;
import org.numascape.design.Item;
import org.numascape.placement.CopiedPlacement;
import org.numascape.placement.CopiedPlacement.Pasted;
import org.numascape.placement.DropPlan;
import org.numascape.placement.GuestOnNode;
import org.numascape.placement.Nudge;
import org.numascape.placement.PillLine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.TopologyObject;

/// What can be done with placements without dragging: copy and paste them, nudge pins, select what
/// belongs together, choose how drops spread.
final class PlacementActions {

  private final DesignStore store;
  private final TopologyCanvas canvas;
  private final ObjectProperty<Optional<CopiedPlacement>> copied =
      new SimpleObjectProperty<>(Optional.empty());
  private final Action copy;
  private final Action paste;
  private final Action selectGuest;
  private final Action selectOnNode;
  private final Action spread;
  private final List<Action> nudges = new ArrayList<>();

  PlacementActions(DesignStore store, ViewState view, TopologyCanvas canvas) {
    this.store = store;
    this.canvas = canvas;
    var noGuest =
        Bindings.createBooleanBinding(
            () -> store.selectedGuest().isEmpty(), store.selection(), store.history());
    copy =
        Action.of("copy-placement", "Copy placement of the VM", "Shortcut+Shift+C", this::copy)
            .disabledWhile(noGuest);
    paste =
        Action.of("paste-placement", "Paste placement", "Shortcut+Shift+V", this::paste)
            .labelled(
                copied.map(from ->
                    from.map(one -> "Paste placement of " + one.guest()).orElse("Paste placement")))
            .disabledWhile(Bindings.createBooleanBinding(() -> copied.get().isEmpty(), copied));
    selectGuest =
        Action.of("select-guest", "Select everything of the VM", "Shortcut+Shift+A", this::whole)
            .disabledWhile(noGuest);
    selectOnNode =
        Action.of("select-on-node", "Select all of the VM on this node", "N", this::onNode)
            .disabledWhile(noGuest);
    spread =
        Action.of(
                "spread-next",
                "Spread otherwise",
                "S",
                () -> {
                  view.policy().set(view.policy().get().next());
                  canvas.tell("Drops spread " + view.policy().get().words(), List.of());
                })
            .labelled(view.policy().map(now -> "Spread otherwise (now " + now.words() + ")"));
    nudge("nudge-next-pu", "To the next CPU", "Alt+Right", Nudge.Step.PU, true);
    nudge("nudge-previous-pu", "To the previous CPU", "Alt+Left", Nudge.Step.PU, false);
    nudge("nudge-next-core", "To the next core", "Alt+Down", Nudge.Step.CORE, true);
    nudge("nudge-previous-core", "To the previous core", "Alt+Up", Nudge.Step.CORE, false);
    nudge("nudge-next-node", "To the next node", "Alt+Shift+Right", Nudge.Step.NODE, true);
    nudge("nudge-previous-node", "To the previous node", "Alt+Shift+Left", Nudge.Step.NODE, false);
  }

  private void nudge(String id, String words, String key, Nudge.Step step, boolean forward) {
    var nothing =
        Bindings.createBooleanBinding(
            () -> store.selection().get().stream().noneMatch(Item.OfGuest.class::isInstance),
            store.selection());
    nudges.add(
        Action.of(id, words, key, () -> nudge(step, forward))
            .in("Nudge pins")
            .disabledWhile(nothing));
  }

  /// What selects and what is done with the selection, for the Edit menu.
  List<Action> selecting(Action vcpus, Action unpin, Action place) {
    return List.of(vcpus, selectGuest, selectOnNode, unpin, place);
  }

  /// What moves without a drag, for the Edit menu.
  List<Action> moving() {
    var all = new ArrayList<Action>();
    all.add(copy);
    all.add(paste);
    all.addAll(nudges);
    all.add(spread);
    return all;
  }

  private void copy() {
    Optional<Guest> guest = store.selectedGuest().flatMap(store.design()::guest);
    if (guest.isEmpty()) {
      return;
    }
    var placement = CopiedPlacement.of(guest.get());
    if (placement.isEmpty()) {
      canvas.tell(guest.get().name() + " is not placed, there is nothing to copy", List.of());
      return;
    }
    copied.set(placement);
    Clipboard.getSystemClipboard()
        .setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, placement.get().text()));
    canvas.tell(
        "Placement of "
            + guest.get().name()
            + " copied; select others, and a node if it shall go"
            + " elsewhere",
        List.of());
  }

  /// Onto the guests that are selected; at the same places of a node where one is selected too.
  private void paste() {
    copied
        .get()
        .ifPresent(placement -> {
          var guests = new LinkedHashSet<DomainId>();
          store.selection().get().stream()
              .filter(Item.OfGuest.class::isInstance)
              .map(item -> ((Item.OfGuest) item).domain())
              .forEach(guests::add);
          var facts = store.analysis().get();
          var pasted =
              node()
                  .map(node -> placement.onto(facts, guests, node))
                  .orElseGet(() -> placement.onto(facts, guests));
          switch (pasted) {
            case Pasted.Refused(var why) -> canvas.tell(why, List.of());
            case Pasted.Plan(var plan) -> make(plan);
          }
        });
  }

  private Optional<Integer> node() {
    var host = store.design().host();
    return store.selection().get().stream()
        .flatMap(item ->
            switch (item) {
              case Item.OnHost(var id) -> host.object(id).flatMap(PlacementActions::node).stream();
              case Item.NodeMemory(int node) -> java.util.stream.Stream.of(node);
              case Item.OfGuest part -> java.util.stream.Stream.<Integer>empty();
            })
        .findFirst();
  }

  private static Optional<Integer> node(TopologyObject object) {
    return object instanceof NumaNode node ? Optional.of(node.osIndex()) : Optional.empty();
  }

  private void nudge(Nudge.Step step, boolean forward) {
    var chosen = store.selection().get();
    switch (Nudge.of(store.analysis().get(), chosen, step, forward)) {
      case Nudge.Refused(var why) -> canvas.tell(why, List.of());
      case Nudge.Moved(var plan) -> make(plan);
    }
  }

  private void make(DropPlan plan) {
    Edit edit = plan.edit();
    List<PillLine> lines = plan.lines();
    canvas.tell(edit.label(store.design()), lines);
    store.apply(edit);
  }

  private void whole() {
    var guests =
        store.selection().get().stream()
            .filter(Item.OfGuest.class::isInstance)
            .map(item -> ((Item.OfGuest) item).domain())
            .distinct()
            .flatMap(id -> store.design().guest(id).stream())
            .toList();
    select(
        guests.stream()
            .flatMap(guest -> GuestWords.parts(guest).stream())
            .filter(part -> !(part instanceof Item.WholeGuest))
            .toList());
  }

  private void onNode() {
    var facts = store.analysis().get();
    var nodes =
        store.selection().get().stream()
            .flatMap(item -> GuestOnNode.of(facts, item).stream())
            .distinct()
            .toList();
    if (nodes.isEmpty()) {
      canvas.tell("Nothing of the selection is on one node alone", List.of());
      return;
    }
    select(nodes.stream().flatMap(node -> node.parts(facts).stream()).toList());
  }

  private void select(List<? extends Item> parts) {
    store.select(parts);
    canvas.say(parts.size() + " things selected");
  }
}
