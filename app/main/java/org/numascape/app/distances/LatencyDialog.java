package org.numascape.app.distances;

import java.io.File;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.design.CostEdit;
import org.numascape.design.CostSettings;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;
import org.numascape.document.TextFile;
import org.numascape.format.FormatException;
import org.numascape.format.latency.LatencyReader;
import org.numascape.format.latency.Measurements;
import org.numascape.topology.HostTopology;

/// Takes latencies and bandwidths that somebody measured on the host, pasted or from a file; says
/// while they change what is understood of them and how they fit the host. What a text does not
/// hold stays as it was.
final class LatencyDialog extends Dialog<CostEdit> {

  private static final String PASTED = "pasted text";

  private final HostTopology host;
  private final Clock clock;
  private final TextArea area = new TextArea();
  private final Label told = new Label();
  private final ButtonType take = new ButtonType("Take over", ButtonBar.ButtonData.OK_DONE);
  private final ButtonType drop = new ButtonType("Forget them", ButtonBar.ButtonData.LEFT);
  private Optional<Measurements> read = Optional.empty();
  private String origin = PASTED;
  private boolean opening;

  /// @param now what the design has
  LatencyDialog(Window owner, HostTopology host, CostSettings now, Clock clock) {
    this.host = host;
    this.clock = clock;
    initOwner(owner);
    setTitle("Measured latencies");
    setHeaderText("Latencies and bandwidths measured on this host");
    setResizable(true);
    var hint =
        words(
            "Paste what Intel's Memory Latency Checker prints (run “mlc --latency_matrix” and “mlc"
                + " --bandwidth_matrix” on the host as root), or a table in ns with comma, semicolon"
                + " or tab: rows are the nodes whose CPUs access, columns the nodes whose memory"
                + " answers. With MB/s or GB/s in its first line it holds bandwidths.",
            "muted");
    area.setId("latency-text");
    area.setPromptText("node,0,1\n0,78.4,143.0\n1,142.6,78.1");
    area.setAccessibleText("Table of latencies or bandwidths");
    area.getStyleClass().add("mono");
    VBox.setVgrow(area, Priority.ALWAYS);
    told.setId("latency-told");
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    var open = new Button("Open…", new FontIcon(Material2AL.FOLDER_OPEN));
    open.setId("latency-open");
    open.setTooltip(new Tooltip("Open a file with the table"));
    open.setOnAction(event -> choose());
    var box = new VBox(10, hint, new HBox(open), area, told);
    now.measured()
        .ifPresent(one ->
            box.getChildren().add(words("Latencies now: " + one.provenance() + ".", "muted")));
    now.bandwidths()
        .ifPresent(one ->
            box.getChildren().add(words("Bandwidths now: " + one.provenance() + ".", "muted")));
    box.setPadding(new Insets(12, 13, 4, 13));
    getDialogPane().setContent(box);
    getDialogPane().getStyleClass().add("wide");
    getDialogPane()
        .setPrefSize(Math.min(640, owner.getWidth() - 60), Math.min(520, owner.getHeight() - 80));
    if (now.measured().isPresent() || now.bandwidths().isPresent()) {
      getDialogPane().getButtonTypes().add(drop);
      getDialogPane().lookupButton(drop).setId("latency-drop");
    }
    getDialogPane().getButtonTypes().addAll(take, ButtonType.CANCEL);
    getDialogPane().lookupButton(take).setId("latency-take");
    area.textProperty().subscribe(this::typed);
    setResultConverter(type -> {
      if (type == take) {
        var day = LocalDate.now(this.clock).toString();
        var taken = read.map(one -> one.on(day));
        return new CostEdit.Measure(
            taken.flatMap(Measurements::latencies).or(now::measured),
            taken.flatMap(Measurements::bandwidths).or(now::bandwidths));
      }
      return type == drop ? new CostEdit.Measure(Optional.empty(), Optional.empty()) : null;
    });
    setOnShown(event -> area.requestFocus());
  }

  private void choose() {
    var chooser = new FileChooser();
    chooser.setTitle("Open measured latencies");
    Optional.ofNullable(chooser.showOpenDialog(getDialogPane().getScene().getWindow()))
        .ifPresent(this::open);
  }

  private void open(File file) {
    try {
      String text = TextFile.read(file.toPath()).text();
      origin = file.getName();
      opening = true;
      area.setText(text.length() > LatencyReader.MAX_LENGTH ? "" : text);
      opening = false;
      typed(text);
    } catch (FormatException e) {
      bad(String.valueOf(e.getMessage()));
    }
  }

  private void typed(String text) {
    if (opening) {
      return;
    }
    read = Optional.empty();
    if (text.isBlank()) {
      origin = PASTED;
      told.setText("");
      allow(false);
      return;
    }
    try {
      var measured = LatencyReader.read(origin, text);
      read = Optional.of(measured);
      told.getStyleClass().remove("danger");
      told.setText(fits(measured));
      allow(known(measured) > 0);
    } catch (FormatException e) {
      bad(String.valueOf(e.getMessage()));
    }
  }

  private void bad(String sentence) {
    read = Optional.empty();
    if (!told.getStyleClass().contains("danger")) {
      told.getStyleClass().add("danger");
    }
    told.setText(sentence);
    allow(false);
  }

  private void allow(boolean possible) {
    getDialogPane().lookupButton(take).setDisable(!possible);
  }

  /// How many of the pairs are of this host.
  private long known(Measurements measured) {
    return Stream.concat(
            measured.latencies().map(MeasuredLatency::rows).stream(),
            measured.bandwidths().map(MeasuredBandwidth::rows).stream())
        .flatMap(rows -> rows.entrySet().stream())
        .filter(row -> host.node(row.getKey()).isPresent())
        .flatMap(row -> row.getValue().keySet().stream())
        .filter(node -> host.node(node).isPresent())
        .count();
  }

  /// What was understood, what the host has and the table lacks, what is strange.
  private String fits(Measurements measured) {
    var lines = new ArrayList<String>();
    var strange = new TreeSet<Integer>();
    measured
        .latencies()
        .ifPresent(one -> {
          lines.add(one.tool() + ": latencies of " + pairs(one.rows(), "ns", 1) + ".");
          strange.addAll(nodes(one.rows()));
        });
    measured
        .bandwidths()
        .ifPresent(one -> {
          lines.add(one.tool() + ": bandwidths of " + pairs(one.rows(), "GB/s", 1_000) + ".");
          strange.addAll(nodes(one.rows()));
        });
    strange.removeIf(node -> host.node(node).isPresent());
    if (!strange.isEmpty()) {
      lines.add("This host has no node " + list(strange) + "; those values say nothing here.");
    }
    measured
        .latencies()
        .ifPresent(one -> {
          long missing = missing(one);
          if (missing > 0) {
            lines.add(
                missing
                    + (missing == 1 ? " pair is" : " pairs are")
                    + " not measured and will be estimated.");
          }
          farLocal(one).ifPresent(lines::add);
        });
    return String.join("\n", lines);
  }

  private static Set<Integer> nodes(Map<Integer, Map<Integer, Double>> rows) {
    var found = new TreeSet<>(rows.keySet());
    rows.values().forEach(row -> found.addAll(row.keySet()));
    return found;
  }

  /// `4 pairs of nodes, 78 to 143 ns`
  private static String pairs(Map<Integer, Map<Integer, Double>> rows, String unit, double scale) {
    var all =
        rows.values().stream()
            .flatMap(row -> row.values().stream())
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    return all.getCount()
        + (all.getCount() == 1 ? " pair" : " pairs")
        + " of nodes, "
        + Math.round(all.getMin() / scale)
        + " to "
        + Math.round(all.getMax() / scale)
        + " "
        + unit;
  }

  private long missing(MeasuredLatency measured) {
    return host.nodes().values().stream()
        .filter(from -> !host.cpusOf(from.osIndex()).isEmpty())
        .flatMap(from ->
            host.nodes().values().stream()
                .filter(to -> to.memoryKib() > 0)
                .filter(to -> measured.ns(from.osIndex(), to.osIndex()).isEmpty()))
        .count();
  }

  /// Local memory that is not the nearest: rows and columns may have changed places, or nodes.
  private static Optional<String> farLocal(MeasuredLatency measured) {
    var far =
        measured.rows().keySet().stream()
            .filter(node ->
                measured.ns(node, node).isPresent()
                    && measured.rows().getOrDefault(node, Map.of()).values().stream()
                        .anyMatch(ns -> ns < 0.98 * measured.ns(node, node).getAsDouble()))
            .toList();
    return far.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Of node "
                + list(far)
                + " other memory answers sooner than its own: are the nodes in order?");
  }

  private static String list(java.util.Collection<Integer> nodes) {
    return nodes.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static Label words(String text, String style) {
    var words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add(style);
    return words;
  }
}
