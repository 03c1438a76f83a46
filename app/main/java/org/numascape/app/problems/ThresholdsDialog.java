package org.numascape.app.problems;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.numascape.app.widget.FirstField;
import org.numascape.design.Thresholds;

/// Where rules begin to speak, where no source gives a number: each with its meaning, its unit and
/// the rules that go by it. Saved with the design.
final class ThresholdsDialog extends Dialog<Thresholds> {

  private static final BigDecimal KIB_IN_GIB = BigDecimal.valueOf(1_048_576);
  private static final BigDecimal MOST_GIB = BigDecimal.valueOf(1_048_576);

  /// One threshold as a field.
  ///
  /// @param unit behind the field
  /// @param gib whether it is an amount of memory, kept in KiB
  private record Row(TextField field, String unit, boolean gib, long least, long most) {
    /// What is typed, in the unit it is kept in; empty where it cannot be meant.
    Optional<Long> value() {
      try {
        var typed = new BigDecimal(field.getText().strip().replace(',', '.'));
        if (gib) {
          return typed.signum() < 0 || typed.compareTo(MOST_GIB) > 0
              ? Optional.empty()
              : Optional.of(typed.multiply(KIB_IN_GIB).longValue());
        }
        long whole = typed.longValueExact();
        return whole < least || whole > most ? Optional.empty() : Optional.of(whole);
      } catch (NumberFormatException | ArithmeticException _) {
        return Optional.empty();
      }
    }

    void show(long value) {
      field.setText(
          gib
              ? BigDecimal.valueOf(value)
                  .divide(KIB_IN_GIB, 3, java.math.RoundingMode.HALF_UP)
                  .stripTrailingZeros()
                  .toPlainString()
              : Long.toString(value));
    }
  }

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final List<Row> rows = new ArrayList<>();
  private final GridPane grid = new GridPane();
  private final Label mistake = new Label();
  private final ButtonType take = new ButtonType("Take over", ButtonBar.ButtonData.OK_DONE);

  ThresholdsDialog(Window owner, Thresholds now) {
    initOwner(owner);
    setTitle("Where rules begin to speak");
    setHeaderText("Where rules begin to speak");
    grid.setHgap(10);
    grid.setVgap(12);
    var words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    words.setMinWidth(220);
    grid.getColumnConstraints().addAll(words, new ColumnConstraints());
    memory(
        "huge-pages-from",
        "Huge pages from",
        "A dedicated guest of this size or more should be on huge pages (H-01).");
    memory(
        "gigant-pages-from",
        "1 GiB pages from",
        "From this size on, pages of 1 GiB are proposed (H-16).");
    memory(
        "host-reserve",
        "Kept for the host, at least",
        "What each node keeps for the host's own work (N-16); the greater of this and the share"
            + " below counts.");
    number(
        "host-reserve-share",
        "Kept for the host, as a share",
        "The same, of each node's memory.",
        "%",
        0,
        100);
    number(
        "pool-share",
        "Pool starves its node above",
        "A huge-page pool above this share of its node leaves too little for the rest (H-14).",
        "%",
        0,
        100);
    number(
        "spare-share",
        "Spare pages count above",
        "Huge pages that no guest wants, above this share of their node, are wasted (H-13).",
        "%",
        0,
        100);
    number(
        "vcpus-per-cpu",
        "vCPUs to a shared CPU",
        "From more than so many vCPUs to a CPU of a shared set it is over-committed (P-25; Red"
            + " Hat's guide gives 5).",
        "",
        1,
        1_000);
    show(now);
    var standard = new Button("Back to the standard");
    standard.setId("thresholds-standard");
    standard.getStyleClass().add("flat");
    standard.setOnAction(event -> show(Thresholds.STANDARD));
    var intro =
        new Label(
            "Where a rule gives no source, the number is ours, and yours to change. They are saved"
                + " with the design, and changing them can be undone.");
    intro.setWrapText(true);
    intro.setMinHeight(Region.USE_PREF_SIZE);
    intro.getStyleClass().add("muted");
    mistake.setId("thresholds-mistake");
    mistake.getStyleClass().add("danger");
    var foot = new HBox(10, standard, mistake);
    foot.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(14, intro, grid, foot);
    box.setPadding(new Insets(12, 13, 4, 13));
    box.setPrefWidth(560);
    getDialogPane().setContent(box);
    getDialogPane().getButtonTypes().addAll(take, ButtonType.CANCEL);
    getDialogPane().lookupButton(take).setId("thresholds-ok");
    rows.forEach(row -> row.field().textProperty().subscribe(text -> examine()));
    FirstField.of(this, rows.getFirst().field());
    setResultConverter(type -> type == take ? typed().orElse(now) : null);
  }

  private void memory(String id, String name, String meaning) {
    add(id, name, meaning, "GiB", true, 0, 0);
  }

  private void number(String id, String name, String meaning, String unit, long least, long most) {
    add(id, name, meaning, unit, false, least, most);
  }

  private void add(
      String id, String name, String meaning, String unit, boolean gib, long least, long most) {
    var field = new TextField();
    field.setId(id);
    field.getStyleClass().add("edit-field");
    field.setMinWidth(84);
    field.setPrefWidth(84);
    field.setAlignment(Pos.CENTER_RIGHT);
    field.setAccessibleText(name + ", " + unit + ". " + meaning);
    var title = new Label(name);
    title.getStyleClass().add("part-title");
    title.setLabelFor(field);
    var words = new Label(meaning);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().addAll("muted", "small-text");
    var behind = new Label(unit);
    behind.setMinWidth(34);
    var line = new HBox(6, field, behind);
    line.setAlignment(Pos.CENTER_RIGHT);
    grid.addRow(rows.size(), new VBox(2, title, words), line);
    rows.add(new Row(field, unit, gib, least, most));
  }

  private void show(Thresholds one) {
    long[] values = {
      one.hugePagesKib(),
      one.gigantPagesKib(),
      one.hostReserveKib(),
      one.hostReservePercent(),
      one.poolPercent(),
      one.sparePoolPercent(),
      one.vcpusPerCpu()
    };
    for (int at = 0; at < values.length; at++) {
      rows.get(at).show(values[at]);
    }
  }

  private Optional<Thresholds> typed() {
    var values = rows.stream().flatMap(row -> row.value().stream()).toList();
    return values.size() < rows.size()
        ? Optional.empty()
        : Optional.of(
            new Thresholds(
                values.get(0),
                values.get(1),
                values.get(2),
                values.get(3).intValue(),
                values.get(4).intValue(),
                values.get(5).intValue(),
                values.get(6).intValue()));
  }

  private void examine() {
    rows.forEach(row -> row.field().pseudoClassStateChanged(WRONG, row.value().isEmpty()));
    rows.stream()
        .filter(row -> row.value().isEmpty())
        .findFirst()
        .ifPresentOrElse(
            row -> mistake.setText("\"" + row.field().getText() + "\" cannot be meant."),
            () -> mistake.setText(""));
    getDialogPane().lookupButton(take).setDisable(typed().isEmpty());
  }
}
