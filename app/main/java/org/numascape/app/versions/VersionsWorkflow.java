package org.numascape.app.versions;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.stage.Window;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Snapshot;
import org.numascape.design.SnapshotEdit;

/// Takes, restores, renames and deletes snapshots, and opens windows that hold two designs against
/// each other.
public final class VersionsWorkflow {

  private final Window owner;
  private final DesignStore store;
  private final Background background;

  /// @param owner what dialogs stand above
  public VersionsWorkflow(Window owner, DesignStore store, Background background) {
    this.owner = owner;
    this.store = store;
    this.background = background;
  }

  /// Asks for a name and keeps the design as it is now under it.
  public void take() {
    var taken = names();
    new NameDialog(owner, "Take a snapshot", "Take snapshot", free(taken), taken)
        .showAndWait()
        .ifPresent(store::keep);
  }

  private Set<String> names() {
    var names = new HashSet<String>();
    store.design().snapshots().forEach(one -> names.add(one.name()));
    return names;
  }

  /// `Snapshot 3`, or the first number after it that no other has.
  private static String free(Set<String> taken) {
    int number = taken.size() + 1;
    while (taken.contains("Snapshot " + number)) {
      number++;
    }
    return "Snapshot " + number;
  }

  /// Puts what was planned then in place of what is planned now, undoably.
  void restore(Snapshot snapshot) {
    store.apply(new SnapshotEdit.Restore(snapshot.name()));
  }

  /// Asks for another name, undoably.
  void rename(Snapshot snapshot) {
    var taken = names();
    taken.remove(snapshot.name());
    new NameDialog(owner, "Rename the snapshot", "Rename", snapshot.name(), taken)
        .showAndWait()
        .ifPresent(name -> store.apply(new SnapshotEdit.Relabel(snapshot.name(), name)));
  }

  /// Takes a snapshot away, undoably.
  void delete(Snapshot snapshot) {
    store.apply(new SnapshotEdit.Delete(snapshot.name()));
  }

  /// Holds the design now against another version of it, or another design.
  public void compare() {
    compare(Optional.empty());
  }

  /// Holds the design as it was then against the design now.
  void compare(Version before) {
    compare(Optional.of(before));
  }

  private void compare(Optional<Version> before) {
    new VersionsWindow(owner, store, background, before).show();
  }

  /// Holds a design file against the design now.
  public void compare(Path file) {
    compare(Version.ofFile(file));
  }
}
