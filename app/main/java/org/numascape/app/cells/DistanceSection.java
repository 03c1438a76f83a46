package org.numascape.app.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.numascape.app.settings.GuestForm;
import org.numascape.app.widget.EditField;
import org.numascape.design.CellEdit;
import org.numascape.domain.GuestCell;
import org.numascape.placement.CellDistances;

/// How far the cells are told to be apart, as a matrix.
final class DistanceSection {

  private final GuestForm form;
  private final GridPane grid = new GridPane();
  private final CheckBox symmetric = new CheckBox("Both ways alike");
  private final Refusal refusal = new Refusal("distances-refusal");
  private final List<EditField> fields = new ArrayList<>();
  private int built = -1;

  DistanceSection(GuestForm form) {
    this.form = form;
  }

  /// Adds it to the form.
  void show() {
    form.section(
        "Distances",
        "10 is a cell's own memory, 11 to 255 another's; a guest that is told nothing takes 20 for"
            + " all others. The kernel of the guest places tasks and memory by these.");
    grid.setId("distances");
    grid.getStyleClass().add("distance-grid");
    form.add(buttons());
    form.add(refusal);
    form.problems("N-12", "N-13");
    form.add(grid);
    form.follow(this::refresh);
  }

  private Node buttons() {
    symmetric.setId("distances-symmetric");
    symmetric.setSelected(true);
    symmetric.setTooltip(new Tooltip("What is typed holds for the way back, too"));
    var host = new Button("From the host");
    host.setId("distances-host");
    host.setTooltip(
        new Tooltip("What the host's firmware says of the nodes that the cells are on"));
    host.setOnAction(event -> fromHost());
    var none = new Button("Tell none");
    none.setId("distances-none");
    none.setTooltip(new Tooltip("Takes all distances away"));
    none.setOnAction(event -> {
      refusal.clear();
      form.apply(new CellEdit.SetDistances(form.id(), Map.of()));
    });
    for (var button : List.of(host, none)) {
      button.getStyleClass().add("small");
    }
    form.follow(() -> {
      boolean several = form.domain().cells().size() > 1;
      host.setDisable(!several);
      symmetric.setDisable(!several);
      none.setDisable(form.domain().cells().stream().allMatch(c -> c.distances().isEmpty()));
    });
    var bar = new FlowPane(10, 6, host, none, symmetric);
    bar.getStyleClass().add("cells-actions");
    return bar;
  }

  private void fromHost() {
    CellDistances.of(form.design(), form.id())
        .ifPresent(told ->
            told.obstacle()
                .ifPresentOrElse(
                    refusal::say,
                    () -> {
                      refusal.clear();
                      form.apply(new CellEdit.SetDistances(form.id(), told.rows()));
                    }));
  }

  private void refresh() {
    int count = form.domain().cells().size();
    if (count != built) {
      build(count);
    }
    fields.forEach(EditField::refresh);
  }

  private void build(int count) {
    built = count;
    fields.clear();
    grid.getChildren().clear();
    boolean several = count > 1;
    grid.setVisible(several);
    grid.setManaged(several);
    for (int from = 0; from < count && several; from++) {
      grid.add(head("cell " + from), 0, from + 1);
      grid.add(head("to " + from), from + 1, 0);
      for (int to = 0; to < count; to++) {
        grid.add(from == to ? own() : field(from, to), to + 1, from + 1);
      }
    }
  }

  private static Label head(String words) {
    var label = new Label(words);
    label.getStyleClass().addAll("muted", "small-text");
    return label;
  }

  private static Node own() {
    var label = new Label("10");
    label.getStyleClass().addAll("muted", "mono", "distance-own");
    return label;
  }

  private Node field(int from, int to) {
    var field =
        new EditField(
            "distance-" + from + "-" + to,
            "20",
            "Distance from cell " + from + " to the memory of cell " + to,
            () -> told(from, to),
            typed -> {
              set(from, to, typed);
              return Optional.empty();
            });
    field.input().setPrefColumnCount(3);
    field.input().getStyleClass().addAll("mono", "distance-field");
    fields.add(field);
    return new VBox(field.input(), field.mistake());
  }

  private String told(int from, int to) {
    return form.domain()
        .cell(from)
        .map(GuestCell::distances)
        .filter(row -> row.containsKey(to))
        .map(row -> String.valueOf(row.get(to)))
        .orElse("");
  }

  private void set(int from, int to, String typed) {
    var rows = new TreeMap<Integer, Map<Integer, Integer>>();
    form.domain().cells().forEach(cell -> rows.put(cell.id(), new TreeMap<>(cell.distances())));
    put(rows, from, to, typed);
    if (symmetric.isSelected()) {
      put(rows, to, from, typed);
    }
    refusal.clear();
    form.apply(new CellEdit.SetDistances(form.id(), rows));
  }

  private static void put(
      Map<Integer, Map<Integer, Integer>> rows, int from, int to, String typed) {
    var row = rows.computeIfAbsent(from, key -> new TreeMap<>());
    if (typed.isEmpty()) {
      row.remove(to);
      return;
    }
    try {
      row.put(to, Integer.parseInt(typed));
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException("11 to 255", unreadable);
    }
    if (row.get(to) < 11 || row.get(to) > 255) {
      throw new IllegalArgumentException("11 to 255");
    }
    row.put(from, 10);
  }
}
