package org.numascape.app.domains;

import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;

/// Many vCPUs folded into one line: `▸ 0–31 32 vCPUs, 30 pinned`. Carries all of them.
final class VcpuRow extends Label implements Handle {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final List<Item.OfGuest> vcpus;
  private final String range;
  private final boolean open;

  /// A row of these vCPUs; `open` while their chips are shown below it.
  VcpuRow(List<Item.Vcpu> vcpus, boolean open) {
    this.vcpus = List.copyOf(vcpus);
    this.open = open;
    range = vcpus.getFirst().vcpu() + "–" + vcpus.getLast().vcpu();
    getStyleClass().add("vcpu-row");
    setId("row-" + vcpus.getFirst().domain().value() + "-" + vcpus.getFirst().vcpu());
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    setMaxWidth(Double.MAX_VALUE);
    setTooltip(new Tooltip("Click to see the vCPUs, drag to place all of them"));
  }

  @Override
  public List<Item.OfGuest> items() {
    return vcpus;
  }

  /// Counts as the facts have it.
  void show(Analysis facts, Set<Item> selection) {
    long pinned =
        vcpus.stream().filter(vcpu -> Place.of(facts, vcpu).look() != Place.Look.LOOSE).count();
    boolean chosen = selection.containsAll(vcpus);
    pseudoClassStateChanged(CHOSEN, chosen);
    setText((open ? "▾ " : "▸ ") + range + "   " + vcpus.size() + " vCPUs, " + pinned + " pinned");
    setAccessibleText(
        "vCPUs "
            + range
            + ", "
            + pinned
            + " of "
            + vcpus.size()
            + " pinned"
            + (chosen ? ", selected" : ""));
  }
}
