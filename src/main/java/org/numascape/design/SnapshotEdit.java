package org.numascape.design;

import java.util.List;

/// Edits of the states that a design keeps under a name. Taking one is no edit, since it changes
/// nothing that is planned: see [History#keeping].
public sealed interface SnapshotEdit extends Edit {

  /// Puts what was planned then in place of what is planned now.
  record Restore(String name) implements SnapshotEdit {}

  /// Gives a snapshot another name; a name that another one has leaves it as it is.
  record Relabel(String name, String to) implements SnapshotEdit {
    /// Refuses a blank name.
    public Relabel {
      if (to.isBlank()) {
        throw new IllegalArgumentException("a snapshot needs a name");
      }
    }
  }

  /// Takes a snapshot away.
  record Delete(String name) implements SnapshotEdit {}

  /// The design after it.
  default Design changed(Design before) {
    return switch (this) {
      case Restore(var name) ->
          before.snapshot(name).map(one -> one.restoredIn(before)).orElse(before);
      case Relabel(var name, var to) ->
          before.snapshot(to).isPresent() ? before : before.withSnapshots(named(before, name, to));
      case Delete(var name) ->
          before.withSnapshots(
              before.snapshots().stream().filter(one -> !one.name().equals(name)).toList());
    };
  }

  private static List<Snapshot> named(Design design, String name, String to) {
    return design.snapshots().stream()
        .map(one -> one.name().equals(name) ? one.named(to) : one)
        .toList();
  }

  /// What it does, one line without a full stop.
  default String words() {
    return switch (this) {
      case Restore(var name) -> "Restore the snapshot “" + name + "”";
      case Relabel(var name, var to) -> "Rename the snapshot “" + name + "” to “" + to + "”";
      case Delete(var name) -> "Delete the snapshot “" + name + "”";
    };
  }
}
