package org.numascape.app.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;
import org.numascape.placement.DropPlan;
import org.numascape.placement.DropWay;
import org.numascape.placement.Encounter;
import org.numascape.placement.GuestOnNode;

/// What is being carried, by pointer or keyboard, from a panel or within the picture.
///
/// Whoever starts a drag calls [#begin]; whoever is under the pointer calls [#over] and [#drop].
/// The store's preview follows, so picture and problems show the outcome before release. On a large
/// design ([Weight]) the plan follows its target a moment later: [#planning()] says so.
///
/// Released where others sit, what is carried stays in the air until [#choose] and [#take], or
/// [#cancel]: [#question()] says what there is to choose.
public final class DragState {

  private final DesignStore store;
  private final ViewState view;
  private final ReadOnlyObjectWrapper<List<Item>> items = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Item>> target =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<DropPlan>> plan =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Encounter>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Point2D> pointer = new SimpleObjectProperty<>(Point2D.ZERO);
  private final ObjectProperty<Optional<Bounds>> beside =
      new SimpleObjectProperty<>(Optional.empty());
  private final Lane planner = new Lane();
  private List<Item> picked = List.of();
  private Optional<Encounter> encounter = Optional.empty();
  private boolean along;
  private boolean adding;
  private boolean unpinning;
  private boolean released;

  /// Nothing is being carried yet.
  public DragState(DesignStore store, ViewState view) {
    this.store = store;
    this.view = view;
    view.policy().subscribe(policy -> again());
  }

  /// What a release would do, and who would have to make way.
  private record Outlook(Optional<DropPlan> plan, Optional<Encounter> encounter) {
    static final Outlook NOTHING = new Outlook(Optional.empty(), Optional.empty());
  }

  /// Picks items up.
  public void begin(List<? extends Item> carried) {
    clear();
    picked = List.copyOf(carried);
    items.set(picked);
  }

  /// Says what is under the pointer now: a part of the host, and whether Ctrl asks the cell to come
  /// along.
  public void over(Optional<Item> under, boolean ctrl) {
    over(under, ctrl, adding);
  }

  /// The same, and whether Shift asks for a node more for a cell instead of another one, or for a
  /// guest to keep its cells.
  public void over(Optional<Item> under, boolean ctrl, boolean shift) {
    boolean same = under.equals(target.get()) && along == ctrl && adding == shift && !unpinning;
    if (!active() || released || same) {
      return;
    }
    unpinning = false;
    along = ctrl;
    adding = shift;
    target.set(under);
    plan(under.map(this::planOn).orElse(() -> Outlook.NOTHING));
  }

  /// Plans anew for the same target, as something else is wanted of it.
  private void again() {
    if (active() && !released && !unpinning) {
      plan(target.get().map(this::planOn).orElse(() -> Outlook.NOTHING));
    }
  }

  private Supplier<Outlook> planOn(Item item) {
    var facts = facts();
    var carried = items.get();
    if (adding && carried.size() == 1 && carried.getFirst() instanceof Item.Cell cell) {
      return () -> new Outlook(DropPlan.addNode(facts.get(), cell, item), Optional.empty());
    }
    var way = new DropWay(along, adding, view.policy().get());
    return () -> {
      var now = facts.get();
      var met = Encounter.of(now, carried, item, way);
      return new Outlook(
          met.map(Encounter::likely).or(() -> DropPlan.of(now, carried, item, way)), met);
    };
  }

  /// The facts of the design now, worked out where the store has not come to them yet.
  private Supplier<Analysis> facts() {
    var facts = store.analysis().get();
    var design = store.design();
    return facts.design().equals(design) ? () -> facts : () -> facts.after(design);
  }

  private void plan(Supplier<Outlook> work) {
    planner.ask(Weight.large(store.design()), work, this::planned);
  }

  private void planned(Outlook outlook) {
    encounter = outlook.encounter();
    show(outlook.plan());
    if (released) {
      land();
    }
  }

  private void show(Optional<DropPlan> chosen) {
    plan.set(chosen);
    store.preview(chosen.map(DropPlan::edit));
  }

  /// Ctrl or Shift went down or up while the pointer rests: the plan follows at once.
  public void keys(boolean ctrl, boolean shift) {
    if (!unpinning) {
      over(target.get(), ctrl, shift);
    }
  }

  /// The pointer is over the panel of guests now, where a release takes pins and bindings away.
  public void overPanel() {
    if (active() && !released) {
      unpinning = true;
      target.set(Optional.empty());
      var facts = facts();
      var carried = items.get();
      plan(() -> new Outlook(DropPlan.unpin(facts.get(), carried), Optional.empty()));
    }
  }

  /// What else there is to carry: everything the guest has on the node of what was picked up; empty
  /// where that is no more.
  public Optional<GuestOnNode> wider() {
    var facts = store.analysis().get();
    return picked.stream()
        .findFirst()
        .flatMap(item -> GuestOnNode.of(facts, item))
        .filter(all -> !picked.containsAll(all.parts(facts)));
  }

  /// Whether all of a guest on its node is carried instead of what was picked up.
  public boolean widened() {
    return !items.get().equals(picked);
  }

  /// Carries everything the guest has on its node, or again only what was picked up.
  public void widen() {
    if (!active() || released) {
      return;
    }
    if (widened()) {
      items.set(picked);
    } else {
      wider().ifPresent(all -> items.set(List.copyOf(all.parts(store.analysis().get()))));
    }
    again();
  }

  /// Puts the items down where they are; without a plan that is the same as cancelling. A plan that
  /// is not there yet is carried out when it is; where others sit it is asked first.
  public void drop() {
    if (active() && !released) {
      released = true;
      if (!planner.busy().get()) {
        land();
      }
    }
  }

  private void land() {
    if (encounter.isPresent() && plan.get().isPresent()) {
      question.set(encounter);
    } else {
      take();
    }
  }

  /// Of two ways to land, shows this one.
  public void choose(DropPlan one) {
    if (question.get().isPresent()) {
      show(Optional.of(one));
    }
  }

  /// Does what is shown.
  public void take() {
    // While the preview stands, its facts need not be worked out again.
    plan.get().ifPresent(planned -> store.apply(planned.edit()));
    clear();
  }

  /// Puts everything back; nothing was changed, so nothing is undone.
  public void cancel() {
    clear();
  }

  private void clear() {
    planner.forget();
    store.preview(Optional.empty());
    question.set(Optional.empty());
    encounter = Optional.empty();
    plan.set(Optional.empty());
    target.set(Optional.empty());
    picked = List.of();
    items.set(List.of());
    beside.set(Optional.empty());
    along = false;
    adding = false;
    unpinning = false;
    released = false;
  }

  /// Whether something is being carried.
  public boolean active() {
    return !items.get().isEmpty();
  }

  /// Whether what is carried was let go and waits: for its plan, or for an answer.
  public boolean landing() {
    return released;
  }

  /// What is being carried; empty when nothing is.
  public ReadOnlyObjectProperty<List<Item>> items() {
    return items.getReadOnlyProperty();
  }

  /// The part of the host under the pointer.
  public ReadOnlyObjectProperty<Optional<Item>> target() {
    return target.getReadOnlyProperty();
  }

  /// What a release would do, with the words for the pill.
  public ReadOnlyObjectProperty<Optional<DropPlan>> plan() {
    return plan.getReadOnlyProperty();
  }

  /// What is to be chosen before what was let go is put down: swap or share. Empty while nothing is
  /// asked.
  public ReadOnlyObjectProperty<Optional<Encounter>> question() {
    return question.getReadOnlyProperty();
  }

  /// Whether what a release here would do is still being worked out; the plan is then that of the
  /// target before.
  public ReadOnlyBooleanProperty planning() {
    return planner.busy();
  }

  /// Where the pointer is, in scene coordinates.
  public ObjectProperty<Point2D> pointer() {
    return pointer;
  }

  /// What the words on the outcome must not cover, in scene coordinates: the target that the
  /// keyboard stands on. Empty while a pointer carries.
  public ObjectProperty<Optional<Bounds>> beside() {
    return beside;
  }
}
