package org.numascape.app.inspector;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.numascape.app.widget.CpuSetField;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NodeSet;

/// How much memory a guest has, on what pages, how it is bound, and where each cell is.
interface MemoryLines {

  /// Adds the lines of one guest.
  static void addTo(Sheet sheet, DomainId id, Supplier<Domain> domain) {
    sheet.row("Memory", () -> MemorySize.ofKib(domain.get().memoryKib()).toString());
    sheet.row("Pages", PageChoice.of(sheet, id, domain));
    sheet.row("Memory mode", modes(sheet, id, domain));
    sheet.words(() -> mode(domain.get()).map(MemoryLines::explain).orElse(""));
    var cells = domain.get().memoryCells();
    for (var cell : cells) {
      String key = cells.size() == 1 ? "Memory on node" : "Cell " + cell.id() + " on node";
      sheet.row(key, nodes(sheet, id, cell.id(), domain));
    }
  }

  /// The mode all bound cells share.
  private static Optional<MemoryMode> mode(Domain domain) {
    var modes =
        domain.memoryCells().stream()
            .flatMap(cell -> domain.numaTune().bindingOf(cell.id()).stream())
            .map(MemoryBinding::mode)
            .distinct()
            .toList();
    return modes.size() == 1 ? Optional.of(modes.getFirst()) : Optional.empty();
  }

  private static String explain(MemoryMode mode) {
    return switch (mode) {
      case STRICT ->
          "Memory comes only from the nodes named; without room there the guest does not start.";
      case PREFERRED ->
          "Memory comes from the node named while it has room, else from others, silently.";
      case INTERLEAVE ->
          "Memory comes page by page in turn from the nodes named: even, and partly remote.";
      case RESTRICTIVE ->
          "Only the control group confines it; inside, the kernel's default policy chooses. Not"
              + " stricter than strict.";
    };
  }

  private static ComboBox<MemoryMode> modes(Sheet sheet, DomainId id, Supplier<Domain> domain) {
    var box = new ComboBox<MemoryMode>();
    box.setId("memory-mode");
    box.getItems().setAll(MemoryMode.values());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable MemoryMode mode) {
            return mode == null ? "" : mode.word();
          }

          @Override
          public MemoryMode fromString(String word) {
            return MemoryMode.of(word);
          }
        });
    box.getStyleClass().add("edit-choice");
    box.setAccessibleText("Memory mode");
    box.setTooltip(new Tooltip());
    sheet.follow(() -> {
      boolean bound =
          domain.get().memoryCells().stream()
              .anyMatch(cell -> domain.get().numaTune().bindingOf(cell.id()).isPresent());
      box.setDisable(!bound);
      box.setPromptText(bound ? "mixed" : "not bound");
      box.getTooltip()
          .setText(
              bound
                  ? "How libvirt holds the memory to its nodes"
                  : "Bind a cell to a node first; until then memory comes from where it is touched");
      if (mode(domain.get()).isPresent()) {
        box.setValue(mode(domain.get()).get());
      } else {
        box.getSelectionModel().clearSelection();
      }
    });
    box.setOnAction(event -> {
      var chosen = box.getSelectionModel().getSelectedItem();
      if (chosen != null && !mode(domain.get()).equals(Optional.of(chosen))) {
        sheet.store().apply(new Edit.SetMemoryMode(id, chosen));
      }
    });
    return box;
  }

  private static CpuSetField nodes(Sheet sheet, DomainId id, int cell, Supplier<Domain> domain) {
    Supplier<Optional<MemoryBinding>> binding = () -> domain.get().numaTune().bindingOf(cell);
    return CpuSetField.nodes(
        "cell-nodes-" + cell,
        "any node",
        "Host nodes the memory of cell " + cell + " comes from, such as 1 or 0-1; empty for any",
        sheet::facts,
        () -> binding.get().map(MemoryBinding::nodes).orElse(NodeSet.EMPTY),
        nodes -> {
          var mode = binding.get().map(MemoryBinding::mode).orElse(MemoryMode.STRICT);
          sheet
              .store()
              .apply(
                  nodes.isEmpty()
                      ? new Edit.UnbindCell(id, cell)
                      : new Edit.BindCell(id, cell, new MemoryBinding(mode, nodes)));
        });
  }
}
