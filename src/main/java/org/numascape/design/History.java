package org.numascape.design;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every state a design went through in this session, without limit. Immutable.
///
/// @param past states to undo to, oldest first
/// @param present the state now
/// @param future states to redo to, next first
public record History(List<Step> past, Design present, List<Step> future) {

  /// One edit: its label, the design on the other side of it, and when it was made.
  public record Step(String label, Design design, Instant at) {}

  /// Copies the lists.
  public History {
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  /// A history that begins here.
  public static History startingAt(Design design) {
    return new History(List.of(), design, List.of());
  }

  /// The history after an edit made at a time that does not matter.
  public History after(Edit edit) {
    return after(edit, Instant.EPOCH);
  }

  /// The history after an edit; an edit that changes nothing leaves no trace.
  public History after(Edit edit, Instant at) {
    Design changed = edit.applyTo(present);
    if (changed.equals(present)) {
      return this;
    }
    var longer = new ArrayList<>(past);
    longer.add(new Step(edit.label(present), present, at));
    return new History(longer, changed, List.of());
  }

  /// One step back, or this when there is none.
  public History undo() {
    if (past.isEmpty()) {
      return this;
    }
    var step = past.getLast();
    var later = new ArrayList<Step>();
    later.add(new Step(step.label(), present, step.at()));
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
    earlier.add(new Step(step.label(), present, step.at()));
    return new History(earlier, step.design(), future.subList(1, future.size()));
  }

  /// How many edits led here.
  public int position() {
    return past.size();
  }

  /// How many edits there are, undone ones included.
  public int length() {
    return past.size() + future.size();
  }

  /// The design after that many edits; 0 is where the session began.
  ///
  /// @throws IndexOutOfBoundsException beyond [#length()]
  public Design state(int edits) {
    int here = position();
    if (edits == here) {
      return present;
    }
    return (edits < here ? past.get(edits) : future.get(edits - here - 1)).design();
  }

  /// The edit that led to the state after that many edits, counted from 1: what it was and when.
  ///
  /// @throws IndexOutOfBoundsException below 1 and beyond [#length()]
  public Step step(int number) {
    int here = position();
    return number <= here ? past.get(number - 1) : future.get(number - here - 1);
  }

  /// As many undos or redos as lead to the state after that many edits. No step is lost.
  ///
  /// @throws IndexOutOfBoundsException below 0 and beyond [#length()]
  public History jump(int edits) {
    var earlier = new ArrayList<Step>();
    for (int number = 1; number <= edits; number++) {
      earlier.add(new Step(step(number).label(), state(number - 1), step(number).at()));
    }
    var later = new ArrayList<Step>();
    for (int number = edits + 1; number <= length(); number++) {
      later.add(new Step(step(number).label(), state(number), step(number).at()));
    }
    return new History(earlier, state(edits), later);
  }

  /// The history with a snapshot in every state of it, so that no undo and no new edit loses it. It
  /// is no step: nothing that is planned changes.
  public History keeping(Snapshot snapshot) {
    return new History(
        keeping(past, snapshot), present.withSnapshot(snapshot), keeping(future, snapshot));
  }

  private static List<Step> keeping(List<Step> steps, Snapshot snapshot) {
    return steps.stream()
        .map(step -> new Step(step.label(), step.design().withSnapshot(snapshot), step.at()))
        .toList();
  }

  /// The history with the host read again; `read` is the present design brought up to it.
  ///
  /// Every state then stands on what the host has now, so that undo after an apply wants the old
  /// placement back and does not claim that the host still has it. What somebody else changed of a
  /// guest that the design left alone is no change in any state.
  public History refreshed(Design read) {
    var kept = present.readAs(read, present).snapshots();
    return new History(refreshed(past, read), read.withSnapshots(kept), refreshed(future, read));
  }

  private List<Step> refreshed(List<Step> steps, Design read) {
    return steps.stream()
        .map(step -> new Step(step.label(), step.design().readAs(read, present), step.at()))
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
