package org.numascape.app.cells;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import org.numascape.app.settings.GuestForm;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// A vCPU in its cell, or several that go together where there are many.
final class VcpuChip extends Label {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final GuestForm form;
  private final int cell;
  private final CpuSet vcpus;

  VcpuChip(GuestForm form, int cell, CpuSet vcpus, Carry carry) {
    super(vcpus.toString());
    this.form = form;
    this.cell = cell;
    this.vcpus = vcpus;
    setId("cell-vcpu-" + vcpus.first().orElse(0));
    getStyleClass().addAll("mono", "cell-chip");
    setMinWidth(USE_PREF_SIZE);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    String words = words();
    setTooltip(new Tooltip(words));
    setAccessibleText(words + ", in cell " + cell);
    setAccessibleHelp("Space selects, Ctrl and an arrow key moves it to another cell");
    setOnMousePressed(event -> {
      requestFocus();
      event.consume();
    });
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        choose(event.isShortcutDown() || event.isShiftDown());
      }
      event.consume();
    });
    setOnDragDetected(event -> {
      carry.pickUp(vcpus);
      startFullDrag();
      event.consume();
    });
    // After a cell that took them has had its turn.
    addEventHandler(MouseDragEvent.MOUSE_DRAG_DONE, event -> carry.putBack());
  }

  private String words() {
    String who = (vcpus.size() == 1 ? "vCPU " : "vCPUs ") + vcpus;
    var pins =
        vcpus.stream()
            .mapToObj(vcpu -> form.domain().affinity(vcpu))
            .flatMap(pin -> pin.stream())
            .reduce(CpuSet.EMPTY, CpuSet::or);
    return pins.isEmpty() ? who + ", floating" : who + " on CPU " + pins;
  }

  CpuSet vcpus() {
    return vcpus;
  }

  int cell() {
    return cell;
  }

  /// Selects it alone, or adds it, or takes it out again.
  void choose(boolean more) {
    var items = vcpus.stream().<Item>mapToObj(vcpu -> new Item.Vcpu(form.id(), vcpu)).toList();
    if (!more) {
      form.store().select(items);
      return;
    }
    List<Item> next = new ArrayList<>(form.store().selection().get());
    if (next.containsAll(items)) {
      next.removeAll(items);
    } else {
      next.addAll(items);
    }
    form.store().select(next);
  }

  /// Shows whether it is selected.
  void mark(CpuSet selected) {
    pseudoClassStateChanged(CHOSEN, selected.containsAll(vcpus));
  }
}
