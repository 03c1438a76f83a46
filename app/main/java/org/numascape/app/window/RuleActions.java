package org.numascape.app.window;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.stage.Stage;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.canvas.TopologyCanvas;
import org.numascape.app.cost.WhyCost;
import org.numascape.app.distances.DistancesPanel;
import org.numascape.app.lint.LintDialog;
import org.numascape.app.problems.ProblemsPanel;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.GuestWords;

/// What rules and costs go by, and rules for texts of other programs.
final class RuleActions {

  final Action why;
  final Action thresholds;
  final Action lint;
  final Action latencies;

  RuleActions(
      Stage stage,
      DesignStore store,
      ViewState view,
      TopologyCanvas canvas,
      ProblemsPanel problems,
      DistancesPanel distances) {
    why =
        Action.of("why-cost", "Why this memory cost?", "W", () -> why(store, view, canvas))
            .disabledWhile(
                Bindings.createBooleanBinding(
                    () -> store.selectedGuest().isEmpty(), store.selection()));
    thresholds =
        Action.of(
            "rule-thresholds", "Where rules speak…", "", Material2MZ.TUNE, problems::thresholds);
    lint =
        Action.of(
            "lint",
            "Check foreign text…",
            "Shortcut+L",
            Material2AL.FACT_CHECK,
            () -> new LintDialog(stage).show());
    latencies = Action.of("latencies", "Measured latencies…", "", distances::measure);
  }

  private static void why(DesignStore store, ViewState view, TopologyCanvas canvas) {
    store
        .selectedGuest()
        .ifPresent(guest -> {
          var parts = store.design().guest(guest).map(GuestWords::parts).orElse(List.of());
          WhyCost.at(canvas, canvas.pointAt(parts), store, view, guest);
        });
  }
}
