package org.numascape.app.domains;

import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;

/// One part of a guest to pick up: a vCPU, its emulator, an I/O thread, a device.
final class Chip extends Label implements Handle {

  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");
  private static final PseudoClass SET = PseudoClass.getPseudoClass("set");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Item.OfGuest item;

  /// A chip; `kind` is its style class beside `chip`.
  Chip(Item.OfGuest item, String text, String kind) {
    super(text);
    this.item = item;
    getStyleClass().addAll("chip", kind);
    setId(id(item));
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    setMinWidth(kind.equals("vcpu") ? USE_PREF_SIZE : 30);
    setOnMouseEntered(event -> {
      if (getTooltip() == null) {
        setTooltip(new Tooltip());
      }
      getTooltip().setText(getAccessibleText());
    });
  }

  /// The id by which a part's node is found: `vcpu-db-server-3`.
  static String id(Item.OfGuest item) {
    String id = item.domain().value();
    return switch (item) {
      case Item.Vcpu vcpu -> "vcpu-" + id + "-" + vcpu.vcpu();
      case Item.Emulator emulator -> "emulator-" + id;
      case Item.IoThread io -> "iothread-" + id + "-" + io.thread();
      case Item.Device device -> "device-" + id + "-" + device.address();
      case Item.Cell cell -> "cell-" + id + "-" + cell.cell();
      case Item.WholeGuest whole -> "guest-" + id;
    };
  }

  @Override
  public List<Item.OfGuest> items() {
    return List.of(item);
  }

  /// Looks as the facts and the selection have it.
  void show(Analysis facts, Set<Item> selection) {
    var place = Place.of(facts, item);
    boolean chosen = selection.contains(item);
    pseudoClassStateChanged(PINNED, place.look() == Place.Look.PINNED);
    pseudoClassStateChanged(SET, place.look() == Place.Look.SET);
    pseudoClassStateChanged(CHOSEN, chosen);
    setAccessibleText(place.words() + (chosen ? ", selected" : ""));
  }
}
