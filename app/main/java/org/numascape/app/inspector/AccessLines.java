package org.numascape.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.analysis.AccessCost;
import org.numascape.analysis.CellAccess;
import org.numascape.app.cost.WhyCost;
import org.numascape.app.store.ViewState;
import org.numascape.app.widget.ShareBar;
import org.numascape.design.DomainId;
import org.numascape.topology.NodeSet;

/// Where a guest's memory accesses go: a bar a node with its share and distance, and what that does
/// to the latency of a cache miss.
interface AccessLines {

  /// A share of the guest's accesses that goes to one node, or to some alike.
  ///
  /// @param distances those the accesses have, as told by the host; empty where it tells none
  record Share(NodeSet nodes, boolean local, List<Integer> distances, double share) {}

  /// Of more lines than this only their sums are told: local and remote. A guest without pins on a
  /// host of many nodes may reach each from each.
  int MANY = 8;

  /// Less than half a percent is not worth a line.
  double SEEN = 0.005;

  /// Adds the section of one guest.
  static void addTo(Sheet sheet, ViewState view, DomainId id) {
    sheet.section("Where accesses go", Optional.empty());
    var bars = new VBox(4);
    bars.setId("accesses");
    sheet.add(bars);
    var estimate = new Label();
    estimate.setId("latency");
    estimate.getStyleClass().add("estimate");
    estimate.setMinWidth(Region.USE_PREF_SIZE);
    var why = new Hyperlink("Estimated memory latency");
    why.setId("why-latency");
    why.getStyleClass().add("why");
    why.setTooltip(new Tooltip("Why this number"));
    why.setOnAction(event -> {
      why.setVisited(false);
      WhyCost.beside(why, sheet.store(), view, id);
    });
    var line = new FlowPane(8, 2, why, estimate);
    sheet.add(line);
    sheet.follow(() -> {
      bars.getChildren().clear();
      var cost = sheet.facts().cost(id);
      var shares = cost.map(AccessLines::shares).orElse(List.of());
      brief(shares).forEach(share -> bars.getChildren().add(bar(share)));
      Sheet.show(line, !shares.isEmpty());
      cost.ifPresent(one -> {
        var expected = sheet.facts().expected(id).orElse(one.ownCell());
        estimate.setText(expected.words() + " (" + one.provenance().words() + ")");
        estimate.setAccessibleText("Estimated memory latency " + estimate.getText());
        boolean far = expected.highFactor() > 1.3;
        estimate.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("bad"), far);
        estimate.pseudoClassStateChanged(
            javafx.css.PseudoClass.getPseudoClass("good"), expected.highFactor() < 1.005);
      });
    });
    sheet.words(() -> {
      var cost = sheet.facts().cost(id);
      if (cost.isEmpty() || cost.map(AccessLines::shares).orElse(List.of()).isEmpty()) {
        return "Nothing of this guest is placed yet";
      }
      return cost.get().settled()
          ? ""
          : "Pins or memory policy leave it open; shares are expected.";
    });
  }

  /// Shares that fit the inspector: at most [#MANY], else local ones as one and remote ones as one.
  static List<Share> brief(List<Share> shares) {
    if (shares.size() <= MANY) {
      return shares;
    }
    return Stream.of(true, false)
        .map(local -> shares.stream().filter(share -> share.local() == local).toList())
        .filter(alike -> !alike.isEmpty())
        .map(alike ->
            new Share(
                alike.stream().map(Share::nodes).reduce(NodeSet.EMPTY, NodeSet::or),
                alike.getFirst().local(),
                alike.stream()
                    .flatMap(one -> one.distances().stream())
                    .distinct()
                    .sorted()
                    .toList(),
                alike.stream().mapToDouble(Share::share).sum()))
        .toList();
  }

  /// The shares of all accesses, local first, weighed by the vCPUs of each cell.
  static List<Share> shares(AccessCost cost) {
    int vcpus = cost.cells().stream().mapToInt(CellAccess::vcpus).sum();
    var shares = new TreeMap<Integer, double[]>();
    var distances = new TreeMap<Integer, TreeSet<Integer>>();
    var found = new ArrayList<Share>();
    for (var cell : cost.cells()) {
      for (var flow : cell.flows()) {
        double part = flow.share() * cell.vcpus() / Math.max(1, vcpus);
        shares.computeIfAbsent(flow.fromNode(), node -> new double[2]);
        shares.computeIfAbsent(flow.toNode(), node -> new double[2])[flow.remote() ? 1 : 0] += part;
        if (flow.remote()) {
          var known = distances.computeIfAbsent(flow.toNode(), node -> new TreeSet<>());
          flow.distance().ifPresent(known::add);
        }
      }
    }
    var runsOn =
        cost.cells().stream()
            .flatMap(cell -> cell.flows().stream())
            .map(flow -> flow.fromNode())
            .collect(java.util.stream.Collectors.toSet());
    boolean allRemote = shares.values().stream().allMatch(parts -> parts[0] < SEEN);
    shares.forEach((node, parts) -> {
      if (parts[0] >= SEEN || (allRemote && runsOn.contains(node))) {
        found.add(new Share(NodeSet.of(node), true, List.of(), parts[0]));
      }
    });
    shares.forEach((node, parts) -> {
      if (parts[1] >= SEEN) {
        found.add(
            new Share(
                NodeSet.of(node),
                false,
                List.copyOf(distances.getOrDefault(node, new TreeSet<>())),
                parts[1]));
      }
    });
    return found;
  }

  private static VBox bar(Share share) {
    var name = new Label(name(share));
    name.setMinWidth(40);
    var percent = new Label(Math.round(share.share() * 100) + " %");
    percent.setMinWidth(Region.USE_PREF_SIZE);
    percent.getStyleClass().addAll("percent", share.local() ? "local" : "remote");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new ShareBar(name(share));
    bar.show(share.share(), tone(share));
    return new VBox(2, new HBox(6, name, gap, percent), bar);
  }

  private static ShareBar.Tone tone(Share share) {
    if (share.local()) {
      return ShareBar.Tone.GOOD;
    }
    boolean near = !share.distances().isEmpty() && share.distances().getLast() < 16;
    return near ? ShareBar.Tone.WARN : ShareBar.Tone.BAD;
  }

  /// `node 1 (local)`, `node 2 · distance 32`, `20 nodes · distance 11–32`
  private static String name(Share share) {
    int count = share.nodes().size();
    String where = count == 1 ? "node " + share.nodes() : count + " nodes";
    if (share.local()) {
      return where + " (local)";
    }
    String far =
        switch (share.distances().size()) {
          case 0 -> "remote";
          case 1 -> "distance " + share.distances().getFirst();
          default -> "distance " + share.distances().getFirst() + "–" + share.distances().getLast();
        };
    return where + " · " + far;
  }
}
