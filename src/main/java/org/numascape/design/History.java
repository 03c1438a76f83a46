package org.numascape.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every state a design went through in this session, without limit. Immutable.
///
/// @param past states to undo to, oldest first
/// @param present the state now
/// @param future states to redo to, next first
public record History(List<Step> past, Design present, List<Step> future) {

  /// One edit: its label and the design on the other side of it.
  public record Step(String label, Design design) {}

  /// Copies the lists.
  public History {
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  /// A history that begins here.
  public static History startingAt(Design design) {
    return new History(List.of(), design, List.of());
  }

  /// The history after an edit; an edit that changes nothing leaves no trace.
  public History after(Edit edit) {
    Design changed = edit.applyTo(present);
    if (changed.equals(present)) {
      return this;
    }
    var longer = new ArrayList<>(past);
    longer.add(new Step(edit.label(present), present));
    return new History(longer, changed, List.of());
  }

  /// One step back, or this when there is none.
  public History undo() {
    if (past.isEmpty()) {
      return this;
    }
    var step = past.getLast();
    var later = new ArrayList<Step>();
    later.add(new Step(step.label(), present));
    later.addAll(future);
    return new History(past.subList(0, past.size() - 1), step.design(), later);
  }

  /// One step forward, or this when there is none.
  public History redo() {
    if (future.isEmpty()) {
      return this;
    }
    var step = future.getFirst();
    var earlier = new ArrayList<>(past);
    earlier.add(new Step(step.label(), present));
    return new History(earlier, step.design(), future.subList(1, future.size()));
  }

  /// The history with the host read again; `read` is the present design brought up to it.
  ///
  /// Every state then stands on what the host has now, so that undo after an apply wants the old
  /// placement back and does not claim that the host still has it. What somebody else changed of a
  /// guest that the design left alone is no change in any state.
  public History refreshed(Design read) {
    return new History(refreshed(past, read), read, refreshed(future, read));
  }

  private List<Step> refreshed(List<Step> steps, Design read) {
    return steps.stream()
        .map(step -> new Step(step.label(), step.design().readAs(read, present)))
        .toList();
  }

  /// What undo would take back.
  public Optional<String> undoLabel() {
    return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast().label());
  }

  /// What redo would do again.
  public Optional<String> redoLabel() {
    return future.isEmpty() ? Optional.empty() : Optional.of(future.getFirst().label());
  }
}
