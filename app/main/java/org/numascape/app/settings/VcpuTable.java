package org.numascape.app.settings;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.numascape.design.VcpuEdit;

/// A line for each vCPU: whether it is there at start, and whether it stays.
final class VcpuTable extends TableView<Integer> {

  private static final double ROW = 30;
  private static final double HEAD = 44;
  private static final int ROWS = 8;

  /// What a tick does.
  private interface Change {
    VcpuStates of(VcpuStates before, int vcpu, boolean ticked);
  }

  private final GuestForm form;

  VcpuTable(GuestForm form) {
    this.form = form;
    setId("vcpu-states");
    setAccessibleText("vCPUs one by one");
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    setMinWidth(340);
    setPrefWidth(440);
    getColumns()
        .setAll(
            List.of(
                number(),
                ticks(
                    "there at start",
                    "vcpu-online-",
                    id -> now().online().contains(id),
                    id -> id > 0,
                    VcpuStates::withOnline),
                ticks(
                    "cannot be unplugged",
                    "vcpu-stays-",
                    id -> id < now().staying(),
                    id -> id > 0,
                    VcpuStates::withStaying)));
    form.follow(this::show);
  }

  private VcpuStates now() {
    return VcpuStates.of(form.domain().vcpus());
  }

  private void show() {
    int count = form.domain().vcpus().maximum();
    if (getItems().size() != count) {
      getItems().setAll(IntStream.range(0, count).boxed().toList());
      setPrefHeight(HEAD + ROW * Math.min(ROWS, count));
      setMinHeight(getPrefHeight());
    }
    refresh();
  }

  private static TableColumn<Integer, Integer> number() {
    var column = new TableColumn<Integer, Integer>("vCPU");
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setSortable(false);
    column.setMaxWidth(90);
    return column;
  }

  private TableColumn<Integer, Integer> ticks(
      String title, String id, IntPredicate on, IntPredicate free, Change with) {
    var column = new TableColumn<Integer, Integer>(title);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(of -> new Tick(title, id, on, free, with));
    return column;
  }

  /// One box to tick.
  private final class Tick extends TableCell<Integer, Integer> {

    private final CheckBox box = new CheckBox();
    private final String title;
    private final String id;
    private final IntPredicate on;
    private final IntPredicate free;

    Tick(String title, String id, IntPredicate on, IntPredicate free, Change with) {
      this.title = title;
      this.id = id;
      this.on = on;
      this.free = free;
      box.setOnAction(event -> {
        var next = with.of(now(), getItem(), box.isSelected());
        form.apply(new VcpuEdit.SetStates(form.id(), next.states()));
      });
    }

    @Override
    protected void updateItem(@Nullable Integer vcpu, boolean empty) {
      super.updateItem(vcpu, empty);
      if (vcpu == null || empty) {
        setGraphic(null);
        return;
      }
      box.setId(id + vcpu);
      box.setAccessibleText("vCPU " + vcpu + " " + title);
      box.setSelected(on.test(vcpu));
      box.setDisable(!free.test(vcpu));
      setGraphic(box);
    }
  }
}
