package org.numascape.app.window;

import java.util.List;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.readiness.ReadinessWorkflow;

/// How the host is set: the steps that make it ready, and ways to read its settings.
final class ReadinessActions {

  final Action show;
  final Action thisMachine;
  final Action paste;
  final Action collect;

  ReadinessActions(MainWindow window, ReadinessWorkflow readiness) {
    show =
        Action.of(
            "readiness",
            "Readiness",
            "Shortcut+R",
            Material2AL.CHECK_CIRCLE_OUTLINE,
            window::showReadiness);
    thisMachine =
        Action.of(
            "settings-this-machine",
            "Read this machine's settings",
            "",
            Material2AL.COMPUTER,
            readiness::readThisMachine);
    paste =
        Action.of(
            "settings-paste",
            "Paste settings of the host…",
            "",
            Material2AL.CONTENT_PASTE,
            readiness::paste);
    collect =
        Action.of(
            "settings-collect",
            "Collect settings over ssh…",
            "",
            Material2AL.LINK,
            readiness::collect);
  }

  /// What the Host menu has of it.
  List<Action> group() {
    return List.of(show, thisMachine, paste, collect);
  }
}
