package org.numascape.app.distances;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.analysis.Estimate;
import org.numascape.analysis.Latency;
import org.numascape.app.distances.MatrixGrid.Pair;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.app.widget.EmptyNote;
import org.numascape.design.Design;
import org.numascape.design.History;
import org.numascape.design.Item;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;

/// How far the parts of a host are from one another: the firmware's distances, and whatever else it
/// tells of latency, bandwidth or hops.
///
/// Rows are what accesses, columns what is accessed. A click selects both, and the picture shows
/// which are pointed at.
public final class DistancesPanel extends VBox {

  private final DesignStore store;
  private final ViewState view;
  private final Clock clock;
  private final DistanceMap map = new DistanceMap();
  private final Label words = new Label();
  private final ComboBox<Table> choice = new ComboBox<>();
  private final Tooltip tip = new Tooltip();
  private final StackPane body = new StackPane();
  private final EmptyNote none = new EmptyNote(Material2AL.GRID_OFF, "");

  /// Shows what the store's host tells.
  public DistancesPanel(DesignStore store, ViewState view, Clock clock) {
    super(6);
    this.clock = clock;
    this.store = store;
    this.view = view;
    getStyleClass().add("distances-panel");
    words.setId("distance-words");
    words.getStyleClass().addAll("muted", "small-text");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    choice.setId("distance-choice");
    choice.setMinWidth(USE_PREF_SIZE);
    choice.setAccessibleText("Which values are shown");
    choice.setTooltip(new Tooltip("Which values are shown"));
    choice.managedProperty().bind(choice.visibleProperty());
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    var measure = new Button("Measured…");
    measure.setId("measured-latencies");
    measure.getStyleClass().add("small");
    measure.setMinWidth(USE_PREF_SIZE);
    measure.setTooltip(
        new Tooltip("Take over latencies and bandwidths that were measured on this host"));
    measure.setOnAction(event -> measure());
    getChildren().addAll(new HBox(12, choice, words, measure), body);
    Tooltip.install(map, tip);
    choice
        .valueProperty()
        .subscribe(table -> {
          if (table != null) {
            map.show(table);
            tell(Optional.empty());
            view.measure().set(Optional.of(table));
          }
        });
    map.pointed().subscribe(this::point);
    map.setOnMouseClicked(event -> map.pointed().get().ifPresent(this::select));
    view.lit().subscribe(map::light);
    store.history().map(History::present).map(Told::new).subscribe(told -> show());
  }

  /// What the tables follow from.
  private record Told(
      HostTopology host,
      Optional<MeasuredLatency> measured,
      Optional<MeasuredBandwidth> bandwidths) {
    Told(Design design) {
      this(design.host(), design.costs().measured(), design.costs().bandwidths());
    }
  }

  /// Takes latencies over that somebody measured, or goes by distances again.
  public void measure() {
    var design = store.design();
    new LatencyDialog(getScene().getWindow(), design.host(), design.costs(), clock)
        .showAndWait()
        .ifPresent(edit -> {
          store.apply(edit);
          // The table that this changes.
          choice.getItems().stream()
              .filter(table -> table.name().equals(Tables.USED))
              .findFirst()
              .ifPresent(choice::setValue);
        });
  }

  private void show() {
    var host = store.design().host();
    var tables = Tables.of(store.design());
    var before = Optional.ofNullable(choice.getValue()).map(Table::name);
    if (!tables.equals(choice.getItems())) {
      choice.getItems().setAll(tables);
    }
    tables.stream()
        .filter(table -> before.filter(table.name()::equals).isPresent())
        .findFirst()
        .or(() -> tables.stream().findFirst())
        .ifPresent(choice::setValue);
    choice.setVisible(tables.size() > 1);
    view.measure().set(tables.isEmpty() ? Optional.empty() : Optional.of(choice.getValue()));
    if (tables.isEmpty()) {
      none.say(
          host.nodes().size() < 2
              ? "This host has one NUMA node: all memory is equally near."
              : "This host tells no distances between its "
                  + host.nodes().size()
                  + " NUMA nodes; Numascape assumes "
                  + Latency.ASSUMED_REMOTE
                  + " from each to every other.");
      body.getChildren().setAll(none);
    } else if (!body.getChildren().contains(map)) {
      body.getChildren().setAll(map);
    }
    words.setVisible(!tables.isEmpty());
    words.setManaged(words.isVisible());
  }

  private void point(Optional<Pair> pair) {
    tell(pair);
    view.lit().set(pair.map(this::objects).orElse(List.of()));
  }

  private void tell(Optional<Pair> pair) {
    var table = Optional.ofNullable(choice.getValue());
    words.setText(
        pair.flatMap(at -> table.map(shown -> sentence(shown, at)))
            .or(() -> table.map(Table::legend))
            .orElse(""));
    tip.setText(words.getText());
    map.setAccessibleText(words.getText());
  }

  private String sentence(Table table, Pair pair) {
    var from = table.rows().get(pair.row());
    var to = table.columns().get(pair.column());
    var value = table.at(pair.row(), pair.column());
    String way = from.words() + " → " + to.words() + ": ";
    if (value.isEmpty()) {
      return way + "the host tells nothing";
    }
    return way
        + switch (table.sense()) {
          case SLIT -> distance(pair, table, value.getAsLong());
          case SMALL_IS_NEAR, LARGE_IS_NEAR ->
              table.text(pair.row(), pair.column())
                  + (table.unit().isEmpty() ? "" : " " + table.unit());
        };
  }

  private String distance(Pair pair, Table table, long distance) {
    String told = "distance " + distance;
    if (table.unreachable(distance)) {
      return told + ", not reachable";
    }
    var from = node(table.rows().get(pair.row()));
    var to = node(table.columns().get(pair.column()));
    if (from.equals(to)) {
      return told + ", local";
    }
    return from.isEmpty() || to.isEmpty()
        ? told
        : told
            + ", estimated "
            + Estimate.times(
                Latency.of(store.design()).factor(from.get().osIndex(), to.get().osIndex()));
  }

  private Optional<NumaNode> node(Table.Head head) {
    return head.objects().stream()
        .flatMap(id -> store.design().host().object(id).stream())
        .filter(NumaNode.class::isInstance)
        .map(NumaNode.class::cast)
        .findFirst();
  }

  private List<ObjectId> objects(Pair pair) {
    var table = choice.getValue();
    return table == null
        ? List.of()
        : Stream.of(table.rows().get(pair.row()), table.columns().get(pair.column()))
            .flatMap(head -> head.objects().stream())
            .distinct()
            .toList();
  }

  private void select(Pair pair) {
    store.select(objects(pair).stream().<Item>map(Item.OnHost::new).toList());
  }
}
