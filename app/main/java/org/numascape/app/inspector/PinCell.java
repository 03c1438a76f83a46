package org.numascape.app.inspector;

import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.numascape.app.widget.CpuSetField;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.topology.CpuSet;

/// The CPUs of one vCPU; edited in its place in the words of [CpuSetField], which tells below the
/// table what they stand for and what is wrong.
final class PinCell extends TableCell<PinTable.Row, String> {

  private final Sheet sheet;
  private final DomainId id;
  private final Pane below;

  /// @param below where the field's words stand
  PinCell(Sheet sheet, DomainId id, Pane below) {
    this.sheet = sheet;
    this.id = id;
    this.below = below;
  }

  @Override
  protected void updateItem(@Nullable String cpus, boolean empty) {
    super.updateItem(cpus, empty);
    if (!isEditing()) {
      setGraphic(null);
      setText(empty ? null : cpus);
    }
  }

  @Override
  public void startEdit() {
    super.startEdit();
    var row = getTableRow() == null ? null : getTableRow().getItem();
    if (!isEditing() || row == null) {
      return;
    }
    int vcpu = row.vcpu();
    var field =
        CpuSetField.cpus(
            "pin-of-" + vcpu,
            "any",
            "Host CPUs vCPU " + vcpu + " may use, such as 8 or free on node1; empty for any",
            sheet::facts,
            () -> pin(vcpu).orElse(CpuSet.EMPTY),
            cpus -> take(vcpu, cpus));
    var input = field.input();
    input.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean done =
              event.getCode() == KeyCode.ESCAPE
                  || (event.getCode() == KeyCode.ENTER && !field.notes().isVisible());
          if (done) {
            cancelEdit();
            getTableView().requestFocus();
          }
          if (done || event.getCode() == KeyCode.ENTER) {
            event.consume();
          }
        });
    below.getChildren().setAll(field.notes());
    setText(null);
    setGraphic(input);
    input.requestFocus();
    input.selectAll();
  }

  private Optional<CpuSet> pin(int vcpu) {
    return sheet
        .facts()
        .design()
        .guest(id)
        .map(guest -> guest.wanted().vcpuPins().get(vcpu));
  }

  private void take(int vcpu, CpuSet cpus) {
    sheet
        .store()
        .apply(
            cpus.isEmpty()
                ? new Edit.UnpinVcpus(id, CpuSet.of(vcpu))
                : new Edit.PinVcpus(id, Map.of(vcpu, cpus)));
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    below.getChildren().clear();
    setGraphic(null);
    setText(getItem());
  }
}
