package org.numascape.app.store;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.numascape.design.Item;
import org.numascape.placement.DropPlan;

/// What is being carried, by pointer or keyboard, from a panel or within the picture.
///
/// Whoever starts a drag calls [#begin]; whoever is under the pointer calls [#over] and [#drop].
/// The store's preview follows, so picture and problems show the outcome before release.
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
    plan.set(under.flatMap(this::planOn));
    store.preview(plan.get().map(DropPlan::edit));
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
      plan.set(DropPlan.unpin(store.analysis().get(), items.get()));
      store.preview(plan.get().map(DropPlan::edit));
    }
  }

  private Optional<DropPlan> planOn(Item item) {
    var facts = store.analysis().get();
    var carried = items.get();
    if (adding && carried.size() == 1 && carried.getFirst() instanceof Item.Cell cell) {
      return DropPlan.addNode(facts, cell, item);
    }
    return DropPlan.of(facts, carried, item, along, view.policy().get());
  }

  /// Puts the items down where they are; without a plan that is the same as cancelling.
  public void drop() {
    var chosen = plan.get();
    clear();
    chosen.ifPresent(planned -> store.apply(planned.edit()));
  }

  /// Puts everything back; nothing was changed, so nothing is undone.
  public void cancel() {
    clear();
  }

  private void clear() {
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
