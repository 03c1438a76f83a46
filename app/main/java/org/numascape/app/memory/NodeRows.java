package org.numascape.app.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.numascape.app.settings.Choice;
import org.numascape.app.settings.Chooser;
import org.numascape.app.settings.FormPart;
import org.numascape.app.settings.GuestForm;
import org.numascape.design.Edit;
import org.numascape.design.MemoryEdit;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.NodeSet;

/// Which host nodes memory comes from, all of it and cell by cell. Sources of the words: libvirt
/// `formatdomain` (numatune), kernel `numa_memory_policy`.
interface NodeRows {

  static void addTo(GuestForm form) {
    form.section(
        "Host nodes",
        "Unbound, memory comes from wherever the vCPU runs that touches it first, and stays there.");
    form.choice(
        "memory-placement",
        "Chosen by",
        List.of(new Choice<>(false, "this design"), new Choice<>(true, "numad, at each start")),
        () -> form.domain().numaTune().automatic(),
        automatic ->
            form.apply(
                automatic
                    ? new MemoryEdit.SetAutomatic(form.id(), mode(form.domain()))
                    : new MemoryEdit.SetNumaTune(form.id(), NumaTune.NONE)),
        "numad names the nodes that have room when the guest starts; it has to be installed, and it"
            + " knows no cells: libvirt refuses rules of single cells beside it.");
    form.choice(
        "memory-tune-mode",
        "How",
        modes(),
        () -> mode(form.domain()),
        mode -> form.apply(moded(form, mode)),
        "");
    var meaning = GuestForm.words("");
    meaning.setId("memory-mode-meaning");
    form.row("", meaning, "");
    form.follow(() -> meaning.setText(meaning(form.domain())));
    form.row(
        "All memory from",
        form.nodes(
            "memory-nodes",
            "Host nodes that all memory comes from, such as 0-1; empty for any",
            "any node",
            () -> form.domain().numaTune().memory().map(MemoryBinding::nodes).orElse(NodeSet.EMPTY),
            nodes -> common(form, nodes)),
        "With rules of single cells this covers what no cell is named for, and has to name their"
            + " nodes too.");
    FormPart.in(
        form, () -> form.domain().cells().stream().map(GuestCell::id).toList(), NodeRows::cells);
    form.problems(
        "N-02", "N-03", "N-04", "N-14", "N-15", "N-17", "N-18", "N-19", "N-20", "N-21", "N-22",
        "N-26", "N-28", "N-34");
  }

  private static List<Choice<MemoryMode>> modes() {
    var choices = new ArrayList<Choice<MemoryMode>>();
    for (var mode : MemoryMode.values()) {
      choices.add(new Choice<>(mode, mode.word()));
    }
    return choices;
  }

  private static MemoryMode mode(Domain domain) {
    var tune = domain.numaTune();
    return tune.automatic()
        ? tune.automaticMode()
        : tune.memory()
            .map(MemoryBinding::mode)
            .or(() -> tune.cells().values().stream().findFirst().map(MemoryBinding::mode))
            .orElse(MemoryMode.STRICT);
  }

  private static Edit moded(GuestForm form, MemoryMode mode) {
    var tune = form.domain().numaTune();
    if (tune.automatic()) {
      return new MemoryEdit.SetAutomatic(form.id(), mode);
    }
    return new Edit.SetMemoryMode(form.id(), mode);
  }

  /// What the mode means, for this guest.
  static String meaning(Domain domain) {
    var tune = domain.numaTune();
    boolean bound = tune.automatic() || tune.memory().isPresent() || !tune.cells().isEmpty();
    String named = tune.automatic() ? "the nodes numad names" : "the nodes named";
    if (!bound) {
      return "Nothing is bound yet: name nodes below, and this mode holds.";
    }
    return switch (mode(domain)) {
      case STRICT ->
          "Only from "
              + named
              + ". Huge pages that are missing stop the start; normal pages that run out later end"
              + " the guest. A running guest keeps the nodes it started with.";
      case PREFERRED ->
          "From "
              + named
              + " while there is room, then from any other, without a word. Guarantees nothing;"
              + " several nodes at once need QEMU 7.2 and a kernel 5.15.";
      case INTERLEAVE ->
          "Page by page in turn over "
              + named
              + ": every vCPU finds part of its memory remote. For one cell over several nodes.";
      case RESTRICTIVE ->
          "Confined by the control group only, the kernel's default policy chooses inside it. The"
              + " one mode whose nodes libvirt can change while the guest runs; binds less than"
              + " strict, and is for all cells or for none.";
    };
  }

  private static void common(GuestForm form, NodeSet nodes) {
    var rule =
        Optional.of(nodes)
            .filter(named -> !named.isEmpty())
            .map(named -> new MemoryBinding(mode(form.domain()), named));
    var cells = form.domain().numaTune().cells();
    form.apply(new MemoryEdit.SetNumaTune(form.id(), new NumaTune(rule, false, cells)));
  }

  private static void cells(GuestForm part) {
    if (part.domain().cells().size() < 2) {
      return;
    }
    for (var cell : part.domain().cells()) {
      cell(part, cell.id());
    }
  }

  private static void cell(GuestForm part, int cell) {
    var field =
        part.nodes(
            "memory-cell-nodes-" + cell,
            "Host nodes the memory of guest cell " + cell + " comes from; empty for the rule above",
            "as all memory",
            () -> rule(part, cell).map(MemoryBinding::nodes).orElse(NodeSet.EMPTY),
            nodes -> bind(part, cell, nodes));
    var modes =
        new Chooser<>(
            "memory-cell-mode-" + cell,
            "Memory mode of guest cell " + cell,
            modes(),
            () -> rule(part, cell).map(MemoryBinding::mode).orElse(mode(part.domain())),
            mode ->
                rule(part, cell)
                    .map(rule -> new MemoryBinding(mode, rule.nodes()))
                    .ifPresent(rule -> part.apply(new Edit.BindCell(part.id(), cell, rule))));
    part.follow(() -> {
      modes.setDisable(rule(part, cell).isEmpty());
      modes.refresh();
    });
    var both = new HBox(8, field.input(), modes);
    both.setAlignment(Pos.CENTER_LEFT);
    part.follow(field::refresh);
    part.row("Cell " + cell, both, "");
    part.add(field.notes());
    part.follow(
        () -> both.setAccessibleText("Cell " + cell + ", " + Amount.shown(memory(part, cell))));
  }

  private static long memory(GuestForm part, int cell) {
    return part.domain().cell(cell).map(GuestCell::memoryKib).orElse(0L);
  }

  private static Optional<MemoryBinding> rule(GuestForm part, int cell) {
    return Optional.ofNullable(part.domain().numaTune().cells().get(cell));
  }

  private static void bind(GuestForm part, int cell, NodeSet nodes) {
    var mode = rule(part, cell).map(MemoryBinding::mode).orElse(mode(part.domain()));
    part.apply(
        nodes.isEmpty()
            ? new Edit.UnbindCell(part.id(), cell)
            : new Edit.BindCell(part.id(), cell, new MemoryBinding(mode, nodes)));
  }
}
