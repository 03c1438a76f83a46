package org.numascape.app.distances;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.analysis.Estimate;
import org.numascape.analysis.Latency;
import org.numascape.app.distances.MatrixGrid.Pair;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.EmptyNote;
import org.numascape.design.Item;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;

/// How far every node is from every other, as the firmware tells, and what that may cost.
///
/// Rows are the node whose CPUs access, columns the node whose memory is accessed. A click selects
/// both.
public final class DistancesPanel extends VBox {

  private static final String LEGEND =
      "From CPUs of the node on the left to memory of the node above. 10 is local, ∞ is not reachable; a ranking"
          + " that the firmware gives, not a measured latency.";

  private final DesignStore store;
  private final DistanceMap map = new DistanceMap();
  private final Label words = new Label();
  private final StackPane body = new StackPane();
  private final EmptyNote none = new EmptyNote(Material2AL.GRID_OFF, "");

  /// Shows the matrix of the store's host.
  public DistancesPanel(DesignStore store) {
    super(6);
    this.store = store;
    getStyleClass().add("distances-panel");
    words.setId("distance-words");
    words.getStyleClass().add("muted");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    getChildren().addAll(words, body);
    map.pointed().subscribe(this::tell);
    map.setOnMouseClicked(event -> map.pointed().get().ifPresent(this::select));
    store.history().map(history -> history.present().host()).subscribe(this::show);
  }

  private void show(HostTopology host) {
    map.show(host.distances());
    if (host.distances().isEmpty()) {
      none.say(
          host.nodes().size() < 2
              ? "This host has one NUMA node: all memory is equally near."
              : "This host tells no distances between its "
                  + host.nodes().size()
                  + " NUMA nodes; Numascape assumes "
                  + Latency.ASSUMED_REMOTE
                  + " from each to every other.");
      body.getChildren().setAll(none);
    } else {
      var scroll = new ScrollPane(map);
      scroll.getStyleClass().add("edge-to-edge");
      scroll.setPannable(true);
      body.getChildren().setAll(scroll);
    }
    words.setVisible(!host.distances().isEmpty());
    words.setManaged(words.isVisible());
  }

  private void tell(Optional<Pair> pair) {
    words.setText(pair.map(this::sentence).orElse(LEGEND));
    map.setAccessibleText(words.getText());
  }

  private String sentence(Pair pair) {
    var host = store.design().host();
    var distance = host.distances().between(pair.from(), pair.to());
    String way = "node " + pair.from() + " → node " + pair.to() + ": ";
    if (distance.isEmpty()) {
      return way + "the host tells no distance";
    }
    if (distance.getAsInt() >= Heat.UNREACHABLE) {
      return way + "distance " + distance.getAsInt() + ", not reachable";
    }
    double factor = new Latency(host).factor(pair.from(), pair.to());
    String cost = pair.from() == pair.to() ? "local" : "estimated " + Estimate.times(factor);
    return way + "distance " + distance.getAsInt() + ", " + cost;
  }

  private void select(Pair pair) {
    var nodes = store.design().host().nodes();
    List<Item> items =
        Stream.of(pair.from(), pair.to())
            .distinct()
            .flatMap(index -> Optional.ofNullable(nodes.get(index)).stream())
            .map(NumaNode::id)
            .<Item>map(Item.OnHost::new)
            .toList();
    store.select(items);
  }
}
