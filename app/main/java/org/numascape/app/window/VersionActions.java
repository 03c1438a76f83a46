package org.numascape.app.window;

import java.util.List;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.versions.VersionsWorkflow;

/// Keeping states of the design, and holding them against each other.
final class VersionActions {

  final Action snapshot;
  final Action compare;
  final Action history;

  VersionActions(MainWindow window, VersionsWorkflow versions) {
    snapshot =
        Action.of(
            "snapshot",
            "Take snapshot…",
            "Shortcut+B",
            Material2AL.BOOKMARK_BORDER,
            versions::take);
    compare =
        Action.of(
            "compare-designs",
            "Compare designs…",
            "Shortcut+Shift+B",
            Material2AL.COMPARE,
            versions::compare);
    history =
        Action.of(
            "history",
            "History and snapshots",
            "Shortcut+Shift+H",
            Material2AL.HISTORY,
            window::showHistory);
  }

  /// What the Design menu has of it.
  List<Action> group() {
    return List.of(snapshot, compare, history);
  }
}
