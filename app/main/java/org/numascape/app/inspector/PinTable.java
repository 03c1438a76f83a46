package org.numascape.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Hold;
import org.numascape.analysis.Seat;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.topology.Core;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// A line a vCPU: where it is pinned. Rows that are selected here are selected everywhere; the CPUs
/// of one are edited in their place, by double click or Enter.
final class PinTable extends TableView<PinTable.Row> {

  /// One vCPU as text.
  record Row(int vcpu, String cpus, String core, String node, String cell) {}

  private static final double LINE = 24;
  private static final int MOST = 12;

  private final Sheet sheet;
  private final DomainId id;
  private boolean following;

  /// @param below where it is told what is typed stands for, and what is wrong with it
  PinTable(Sheet sheet, DomainId id, Pane below) {
    this.sheet = sheet;
    this.id = id;
    setId("pins");
    getStyleClass().addAll("pin-table", "dense");
    setAccessibleText("Pins of the vCPUs");
    setFixedCellSize(LINE);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setEditable(true);
    var cpus = column("CPU", Row::cpus);
    cpus.setEditable(true);
    cpus.setMinWidth(74);
    cpus.setCellFactory(of -> new PinCell(sheet, id, below));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean asks = event.getCode() == KeyCode.ENTER && !event.isShortcutDown();
          if (asks && event.getTarget() == this) {
            edit(getSelectionModel().getSelectedIndex(), cpus);
            event.consume();
          }
        });
    getColumns()
        .setAll(
            List.of(
                column("vCPU", row -> Integer.toString(row.vcpu())),
                cpus,
                column("core", Row::core),
                column("node", Row::node),
                column("cell", Row::cell)));
    getSelectionModel()
        .getSelectedItems()
        .addListener((javafx.collections.ListChangeListener<Row>) change -> selectInStore());
    sheet.follow(this::refreshRows);
  }

  private static TableColumn<Row, String> column(String title, Function<Row, String> value) {
    var column = new TableColumn<Row, String>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setSortable(false);
    column.setEditable(false);
    column.setReorderable(false);
    column.setMinWidth(36);
    return column;
  }

  private void refreshRows() {
    following = true;
    var rows = rows(sheet.facts(), id);
    if (!rows.equals(getItems())) {
      getItems().setAll(rows);
      double height = LINE * Math.min(MOST, rows.size()) + 30;
      setMinHeight(height);
      setPrefHeight(height);
      setMaxHeight(height);
    }
    var selection = sheet.store().selection().get();
    getSelectionModel().clearSelection();
    for (int i = 0; i < rows.size(); i++) {
      if (selection.contains(new Item.Vcpu(id, rows.get(i).vcpu()))) {
        getSelectionModel().select(i);
      }
    }
    following = false;
  }

  private void selectInStore() {
    if (following || getSelectionModel().getSelectedItems().isEmpty()) {
      return;
    }
    var vcpus =
        getSelectionModel().getSelectedItems().stream()
            .filter(java.util.Objects::nonNull)
            .map(row -> new Item.Vcpu(id, row.vcpu()))
            .toList();
    javafx.application.Platform.runLater(() -> sheet.store().select(vcpus));
  }

  /// The rows of a guest, in the order of its vCPUs.
  static List<Row> rows(Analysis facts, DomainId id) {
    var rows = new ArrayList<Row>();
    facts
        .design()
        .guest(id)
        .ifPresent(guest -> {
          var domain = guest.wanted();
          for (int vcpu = 0; vcpu < domain.vcpus().maximum(); vcpu++) {
            String cell = domain.cellOf(vcpu).map(GuestCell::id).orElse(0).toString();
            var seat = facts.occupancy().seat(new Item.Vcpu(id, vcpu));
            if (seat.isEmpty()) {
              rows.add(new Row(vcpu, "not plugged in", "", "", cell));
            } else {
              rows.add(row(facts.host(), vcpu, seat.get(), cell));
            }
          }
        });
    return rows;
  }

  private static Row row(HostTopology host, int vcpu, Seat seat, String cell) {
    if (seat.hold() == Hold.FLOATING) {
      return new Row(vcpu, "any", "", "", cell);
    }
    var cpus = seat.cpus();
    var cores =
        CpuSet.of(
            cpus.stream()
                .boxed()
                .flatMap(cpu -> host.around(cpu, Core.class).stream())
                .map(Core::logical)
                .toList());
    return new Row(vcpu, cpus.toString(), cores.toString(), host.nodesOf(cpus).toString(), cell);
  }
}
