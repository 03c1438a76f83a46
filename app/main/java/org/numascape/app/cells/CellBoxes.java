package org.numascape.app.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.FlowPane;
import org.numascape.app.settings.GuestForm;
import org.numascape.app.widget.OnScreen;
import org.numascape.design.CellEdit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// All cells of a guest beside each other, and what is done across them: vCPUs are selected, walked
/// and moved.
final class CellBoxes extends FlowPane {

  private final GuestForm form;
  private final Carry carry;
  private final Label pill = new Label();
  private final List<CellBox> boxes = new ArrayList<>();

  CellBoxes(GuestForm form) {
    super(Orientation.HORIZONTAL, 12, 12);
    this.form = form;
    this.carry = new Carry(form);
    setId("cell-boxes");
    getStyleClass().add("cell-boxes");
    form.follow(this::refresh);
    form.store().selection().when(OnScreen.of(this)).subscribe(items -> mark());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(MouseDragEvent.MOUSE_DRAG_OVER, event -> tell(event));
    pill.setId("cells-pill");
    pill.getStyleClass().add("cells-pill");
    pill.setManaged(false);
    pill.setMouseTransparent(true);
    carry
        .words()
        .subscribe(words -> {
          pill.setText(words);
          pill.setVisible(!words.isEmpty());
        });
  }

  /// What a release would do, beside the pointer.
  private void tell(MouseDragEvent event) {
    var at = sceneToLocal(event.getSceneX(), event.getSceneY());
    pill.autosize();
    double right = Math.max(0, getWidth() - pill.getWidth());
    pill.relocate(Math.clamp(at.getX() + 14, 0, right), at.getY() + 16);
  }

  private void refresh() {
    var cells = form.domain().memoryCells();
    while (boxes.size() > cells.size()) {
      boxes.removeLast();
    }
    while (boxes.size() < cells.size()) {
      boxes.add(new CellBox(form, boxes.size(), carry));
    }
    if (getChildren().size() != boxes.size() + 1) {
      getChildren().setAll(boxes);
      getChildren().add(pill);
    }
    boxes.forEach(CellBox::refresh);
    mark();
  }

  private void mark() {
    var selected = carry.selected();
    boxes.forEach(box -> box.chips().forEach(chip -> chip.mark(selected)));
  }

  private List<VcpuChip> chips() {
    return boxes.stream().flatMap(box -> box.chips().stream()).toList();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && carry.busy()) {
      carry.putBack();
      event.consume();
    } else if (event.getTarget() instanceof VcpuChip chip && !event.isAltDown()) {
      boolean used =
          switch (event.getCode()) {
            case RIGHT, DOWN -> step(chip, 1, event);
            case LEFT, UP -> step(chip, -1, event);
            case SPACE, ENTER -> choose(chip, event);
            default -> false;
          };
      if (used) {
        event.consume();
      }
    }
  }

  private static boolean choose(VcpuChip chip, KeyEvent event) {
    chip.choose(event.isShortcutDown() || event.isShiftDown());
    return true;
  }

  /// To the chip beside; with the shortcut key what is selected goes to the cell beside, with Shift
  /// the selection grows.
  private boolean step(VcpuChip chip, int direction, KeyEvent event) {
    if (event.isShortcutDown()) {
      return move(chip, direction);
    }
    var chips = chips();
    int next = chips.indexOf(chip) + direction;
    if (next >= 0 && next < chips.size()) {
      chips.get(next).requestFocus();
      if (event.isShiftDown()) {
        var both = Stream.concat(items(carry.selected()), items(chip.vcpus()));
        form.store().select(Stream.concat(both, items(chips.get(next).vcpus())).toList());
      }
    }
    return true;
  }

  private Stream<Item> items(CpuSet vcpus) {
    return vcpus.stream().mapToObj(vcpu -> new Item.Vcpu(form.id(), vcpu));
  }

  private boolean move(VcpuChip chip, int direction) {
    var moved = carry.carriedFrom(chip.vcpus());
    int target = chip.cell() + direction;
    if (form.domain().cells().isEmpty() || target < 0 || target >= boxes.size()) {
      return true;
    }
    int first = chip.vcpus().first().orElse(0);
    form.store().select(items(moved).toList());
    form.apply(new CellEdit.MoveVcpus(form.id(), moved, target));
    chips().stream()
        .filter(one -> one.vcpus().contains(first))
        .findFirst()
        .ifPresent(VcpuChip::requestFocus);
    return true;
  }
}
