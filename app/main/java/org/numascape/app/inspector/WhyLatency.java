package org.numascape.app.inspector;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.numascape.analysis.AccessCost;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Flow;
import org.numascape.analysis.Latency;

/// Shows how the estimate of a guest's memory latency comes about, term by term.
interface WhyLatency {

  /// Opens it beside a node.
  static void show(Node beside, Analysis facts, AccessCost cost) {
    var box = new VBox(6);
    box.setId("why-latency-terms");
    box.getStyleClass().add("why-box");
    box.getChildren()
        .addAll(
            line("Why " + cost.ownCell().words() + "?", "panel-title"),
            line(
                String.format(
                    Locale.ROOT,
                    "One access that misses the caches is taken to cost"
                        + " L0 · (1 + β · (distance − 10) / 10) with L0 = %.0f ns and β = %.1f.",
                    Latency.LOCAL_NS,
                    Latency.BETA),
                "words"));
    var latency = new Latency(facts.host());
    for (var cell : cost.cells()) {
      for (var flow : cell.flows()) {
        box.getChildren().add(line(term(latency, flow), "term"));
      }
    }
    var sum = cost.ownCell();
    box.getChildren()
        .addAll(
            line(
                String.format(
                    Locale.ROOT,
                    "Expected %.0f ns; with all memory as near as it gets %.0f ns.",
                    sum.ns(),
                    sum.localNs()),
                "words"),
            line(
                "This is the latency of a cache miss, not the speed of the application: how often"
                    + " it misses decides how much of it is felt. Distances are the firmware's"
                    + " ranking, not a measurement.",
                "muted"));
    var over = new PopOver(box);
    over.setTitle("Estimated memory latency");
    over.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
    over.setDetachable(false);
    over.show(beside);
  }

  /// `cell 0: node 1 → node 2, distance 32: 100 % of 210 ns`
  private static String term(Latency latency, Flow flow) {
    String distance =
        flow.distance().isPresent()
            ? "distance " + flow.distance().getAsInt()
            : "distance " + Latency.ASSUMED_REMOTE + " assumed";
    return String.format(
        Locale.ROOT,
        "cell %d: node %d → node %d, %s: %.0f %% of %.0f ns",
        flow.cell(),
        flow.fromNode(),
        flow.toNode(),
        distance,
        flow.share() * 100,
        latency.ns(flow.fromNode(), flow.toNode()));
  }

  private static Label line(String text, String style) {
    var line = new Label(text);
    line.setWrapText(true);
    line.setMaxWidth(340);
    line.getStyleClass().add(style);
    return line;
  }
}
