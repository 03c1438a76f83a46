package org.numascape.app.versions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Design;
import org.numascape.design.History;
import org.numascape.design.Snapshot;
import org.numascape.document.DesignFiles;

/// A design to be held against another one: the present one, an earlier state, a file.
///
/// @param group what it is one of, for a list
/// @param label what people know it by
/// @param reading brings it about; throws what says in one sentence why it cannot
record Version(String group, String label, Callable<Design> reading) {

  /// The design as it is when asked for.
  static Version present(DesignStore store) {
    return new Version("Now", "The design now", store::design);
  }

  /// What restoring a snapshot would lead to.
  static Version of(Snapshot snapshot, Design present) {
    return new Version(
        "Snapshots", "Snapshot “" + snapshot.name() + "”", () -> snapshot.restoredIn(present));
  }

  /// A state of the session.
  static Version of(History history, int edits) {
    var design = history.state(edits);
    String label = edits == 0 ? "As opened" : edits + ". " + history.step(edits).label();
    return new Version("History", label, () -> design);
  }

  /// A design in a file.
  static Version ofFile(Path file) {
    return new Version(
        "Files", file.getFileName().toString(), () -> DesignFiles.open(file).design());
  }

  /// Everything of the session to choose from: now, snapshots, states from the latest to the first.
  static List<Version> all(DesignStore store) {
    var versions = new ArrayList<Version>();
    var history = store.history().get();
    var design = history.present();
    versions.add(present(store));
    design.snapshots().forEach(one -> versions.add(of(one, design)));
    for (int edits = history.length(); edits >= 0; edits--) {
      if (edits != history.position()) {
        versions.add(of(history, edits));
      }
    }
    return versions;
  }
}
