package org.numascape.app.cost;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.numascape.analysis.MemoryTraffic;
import org.numascape.analysis.Traffic;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.EditField;
import org.numascape.app.widget.ShareBar;
import org.numascape.design.CostEdit;
import org.numascape.design.CostSettings;
import org.numascape.design.DomainId;

/// What all guests together ask of the memory that a guest reads, against what it can deliver. It
/// stands beside the cost of an access and changes nothing in it.
final class TrafficPart extends VBox {

  private static final String GUESS =
      Math.round(Traffic.LEAST_GUESS) + "–" + Math.round(Traffic.MOST_GUESS) + ", a guess";

  private final DesignStore store;
  private final DomainId guest;
  private final GridPane table = new GridPane();
  private final EditField appetite;
  private final Label unknown =
      CostBox.line(
          "How much this memory can deliver nobody has told. “Measured…” beside the distances takes"
              + " over what mlc --bandwidth_matrix prints.",
          "muted");

  TrafficPart(DesignStore store, DomainId guest) {
    super(5);
    this.store = store;
    this.guest = guest;
    setId("memory-traffic");
    table.setId("traffic-table");
    table.getStyleClass().add("cost-terms");
    table.setHgap(10);
    table.setVgap(4);
    unknown.setId("traffic-unknown");
    unknown.managedProperty().bind(unknown.visibleProperty());
    appetite =
        new EditField(
            "vcpu-reads",
            GUESS,
            "What each busy vCPU of this guest reads from memory, in GB/s; empty where you do not know",
            this::said,
            this::say);
    appetite.input().setPrefColumnCount(10);
    var words = new Label("A busy vCPU reads (GB/s)");
    words.setLabelFor(appetite.input());
    words.setMinWidth(USE_PREF_SIZE);
    var row = new HBox(10, words, appetite.input());
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            CostBox.line("Bandwidth of the memory it reads, all guests busy", "part-title"),
            table,
            unknown,
            row,
            appetite.mistake());
  }

  /// Shows what is asked now.
  void show(MemoryTraffic traffic) {
    List<Traffic> ways = traffic.of(guest);
    table.getChildren().clear();
    int row = 0;
    for (var way : ways) {
      row = add(way, row);
    }
    unknown.setVisible(ways.stream().noneMatch(Traffic::known));
    appetite.refresh();
    setVisible(!ways.isEmpty());
    setManaged(!ways.isEmpty());
  }

  private int add(Traffic way, int row) {
    var place = new Label(way.way());
    var asked = new Label(way.asked());
    asked.getStyleClass().add("cost-figure");
    GridPane.setHalignment(asked, HPos.RIGHT);
    GridPane.setHgrow(place, Priority.ALWAYS);
    table.add(place, 0, row);
    table.add(asked, 1, row);
    int next = row + 1;
    if (way.known()) {
      var bar = new ShareBar("Asked for of the bandwidth, " + way.way());
      bar.show(way.highShare(), tone(way));
      table.add(bar, 0, next++, 2, 1);
    }
    String source =
        (way.guests() == 1 ? "1 guest" : way.guests() + " guests")
            + (way.known() ? way.measured() ? ", measured" : ", told by the firmware (HMAT)" : "");
    table.add(CostBox.line(source, "term-source"), 0, next++, 2, 1);
    if (!way.effect().isEmpty()) {
      var effect = CostBox.line(way.effect(), "words");
      effect.getStyleClass().add("traffic-effect");
      table.add(effect, 0, next++, 2, 1);
    }
    return next;
  }

  private static ShareBar.Tone tone(Traffic way) {
    return switch (way.load()) {
      case LIGHT -> ShareBar.Tone.GOOD;
      case BUSY -> ShareBar.Tone.WARN;
      case HEAVY -> ShareBar.Tone.BAD;
    };
  }

  private String said() {
    var gbs = store.design().costs().appetite(guest);
    return gbs.isPresent() ? plain(gbs.getAsDouble()) : "";
  }

  private static String plain(double gbs) {
    return new java.math.BigDecimal(Double.toString(gbs)).stripTrailingZeros().toPlainString();
  }

  private Optional<String> say(String typed) {
    String digits = typed.replaceFirst("(?i)\\s*GB/s$", "").replace(',', '.');
    if (!digits.matches("([0-9]{1,4}([.][0-9]{1,3})?)?")) {
      return Optional.of("\"" + typed + "\" is no number of GB/s");
    }
    var gbs =
        digits.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(digits));
    if (gbs.isPresent()
        && !(gbs.getAsDouble() > 0 && gbs.getAsDouble() <= CostSettings.HIGHEST_APPETITE)) {
      return Optional.of(
          "a CPU reads more than 0 and at most "
              + Math.round(CostSettings.HIGHEST_APPETITE)
              + " GB/s");
    }
    store.apply(new CostEdit.Read(guest, gbs));
    return Optional.empty();
  }
}
