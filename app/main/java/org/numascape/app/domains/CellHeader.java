package org.numascape.app.domains;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.MemorySize;

/// A cell's name, memory and node; carried, it moves the memory.
final class CellHeader extends HBox implements Handle {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Item.Cell item;
  private final GuestCell cell;
  private final Label memory = new Label();
  private final Tooltip tip = new Tooltip();

  CellHeader(Item.Cell item, GuestCell cell) {
    this.item = item;
    this.cell = cell;
    getStyleClass().add("cell-header");
    setId(Chip.id(item));
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    var name = new Label("Cell " + cell.id());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(name, gap, memory);
    Tooltip.install(this, tip);
  }

  @Override
  public List<Item.OfGuest> items() {
    return List.of(item);
  }

  /// Shows where the memory is.
  void show(Analysis facts, Set<Item> selection) {
    Optional<MemoryBinding> binding =
        facts
            .design()
            .guest(item.domain())
            .flatMap(guest -> guest.wanted().numaTune().bindingOf(cell.id()));
    String node =
        binding
            .map(rule -> (rule.nodes().size() == 1 ? "node " : "nodes ") + rule.nodes())
            .orElse("any node");
    memory.setText(MemorySize.ofKib(cell.memoryKib()) + " · " + node);
    boolean chosen = selection.contains(item);
    pseudoClassStateChanged(CHOSEN, chosen);
    String words = Place.of(facts, item).words() + " · " + MemorySize.ofKib(cell.memoryKib());
    tip.setText(words + ". Drag it onto a node to move the memory");
    setAccessibleText(words + (chosen ? ", selected" : ""));
  }
}
