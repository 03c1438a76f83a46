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

/// What is being carried, by pointer or keyboard, from a panel or within the picture.
///
/// Whoever starts a drag calls [#begin]; whoever is under the pointer calls [#over] and [#drop].
/// The store's preview follows, so picture and problems show the outcome before release. On a large
/// design ([Weight]) the plan follows its target a moment later: [#planning()] says so.
public final class DragState {

  private final DesignStore store;
  private final ViewState view;
  private final ReadOnlyObjectWrapper<List<Item>> items = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Item>> target =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<DropPlan>> plan =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Point2D> pointer = new SimpleObjectProperty<>(Point2D.ZERO);
  private final ObjectProperty<Optional<Bounds>> beside =
      new SimpleObjectProperty<>(Optional.empty());
  private final Lane planner = new Lane();
  private Supplier<Optional<DropPlan>> wanted = Optional::empty;
  private boolean along;
  private boolean adding;
  private boolean unpinning;

  /// Nothing is being carried yet.
  public DragState(DesignStore store, ViewState view) {
    this.store = store;
    this.view = view;
  }

  /// Picks items up.
  public void begin(List<? extends Item> carried) {
    clear();
    items.set(List.copyOf(carried));
  }

  /// Says what is under the pointer now: a part of the host, and whether Ctrl asks the cell to come
  /// along.
  public void over(Optional<Item> under, boolean ctrl) {
    over(under, ctrl, adding);
  }

  /// The same, and whether Shift asks for a node more for a cell instead of another one.
  public void over(Optional<Item> under, boolean ctrl, boolean shift) {
    boolean same = under.equals(target.get()) && along == ctrl && adding == shift && !unpinning;
    if (!active() || same) {
      return;
    }
    unpinning = false;
    along = ctrl;
    adding = shift;
    target.set(under);
    plan(under.map(this::planOn).orElse(Optional::empty));
  }

  private Supplier<Optional<DropPlan>> planOn(Item item) {
    var facts = facts();
    var carried = items.get();
    if (adding && carried.size() == 1 && carried.getFirst() instanceof Item.Cell cell) {
      return () -> DropPlan.addNode(facts.get(), cell, item);
    }
    boolean both = along;
    var policy = view.policy().get();
    return () -> DropPlan.of(facts.get(), carried, item, both, policy);
  }

  /// The facts of the design now, worked out where the store has not come to them yet.
  private Supplier<Analysis> facts() {
    var facts = store.analysis().get();
    var design = store.design();
    return facts.design().equals(design) ? () -> facts : () -> Analysis.of(design);
  }

  private void plan(Supplier<Optional<DropPlan>> work) {
    wanted = work;
    planner.ask(
        Weight.large(store.design()),
        work,
        found -> {
          plan.set(found);
          store.preview(found.map(DropPlan::edit));
        });
  }

  /// Ctrl or Shift went down or up while the pointer rests: the plan follows at once.
  public void keys(boolean ctrl, boolean shift) {
    if (!unpinning) {
      over(target.get(), ctrl, shift);
    }
  }

  /// The pointer is over the panel of guests now, where a release takes pins and bindings away.
  public void overPanel() {
    if (active()) {
      unpinning = true;
      target.set(Optional.empty());
      var facts = facts();
      var carried = items.get();
      plan(() -> DropPlan.unpin(facts.get(), carried));
    }
  }

  /// Puts the items down where they are; without a plan that is the same as cancelling. A plan that
  /// is not there yet is carried out when it is.
  public void drop() {
    if (planner.busy().get()) {
      var plan = wanted;
      clear();
      new Lane().ask(true, plan, this::carryOut);
    } else {
      // While the preview stands, its facts need not be worked out again.
      carryOut(plan.get());
      clear();
    }
  }

  private void carryOut(Optional<DropPlan> chosen) {
    chosen.ifPresent(planned -> store.apply(planned.edit()));
  }

  /// Puts everything back; nothing was changed, so nothing is undone.
  public void cancel() {
    clear();
  }

  private void clear() {
    planner.forget();
    store.preview(Optional.empty());
    plan.set(Optional.empty());
    target.set(Optional.empty());
    items.set(List.of());
    beside.set(Optional.empty());
    along = false;
    adding = false;
    unpinning = false;
  }

  /// Whether something is being carried.
  public boolean active() {
    return !items.get().isEmpty();
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
