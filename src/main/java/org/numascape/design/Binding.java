package org.numascape.design;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.NodeSet;

/// What an edit of memory placement does to `numatune`.
///
/// libvirt before 9.5 confines the emulator thread, which allocates guest memory, to
/// `memory/@nodeset`; a strict memnode outside it fails at start. So the common rule always covers
/// every memnode. `restrictive` is for all rules or for none (libvirt `virDomainNumaDefValidate`).
interface Binding {

  /// Binds one cell's memory.
  static Domain bind(Domain domain, int cell, MemoryBinding binding) {
    boolean whole = domain.cells().size() <= 1;
    if (whole && domain.numaTune().cells().isEmpty()) {
      return domain.withNumaTune(new NumaTune(Optional.of(binding), false, Map.of()));
    }
    if (domain.cell(cell).isEmpty()) {
      return domain;
    }
    var cells = new TreeMap<>(domain.numaTune().cells());
    cells.put(cell, binding);
    return domain.withNumaTune(consistent(domain, cells, binding.mode()));
  }

  /// Takes one cell's binding away.
  static Domain unbind(Domain domain, int cell) {
    var cells = new TreeMap<>(domain.numaTune().cells());
    boolean own = cells.remove(cell) != null;
    if (!own || cells.isEmpty()) {
      return domain.withNumaTune(NumaTune.NONE);
    }
    var mode = cells.firstEntry().getValue().mode();
    return domain.withNumaTune(consistent(domain, cells, mode));
  }

  /// Changes the mode of every rule there is.
  static Domain mode(Domain domain, MemoryMode mode) {
    var tune = domain.numaTune();
    var cells = new TreeMap<Integer, MemoryBinding>();
    tune.cells().forEach((cell, rule) -> cells.put(cell, new MemoryBinding(mode, rule.nodes())));
    var memory = tune.memory().map(rule -> new MemoryBinding(mode, rule.nodes()));
    return domain.withNumaTune(new NumaTune(memory, tune.automatic() && memory.isEmpty(), cells));
  }

  private static NumaTune consistent(
      Domain domain, Map<Integer, MemoryBinding> cells, MemoryMode latest) {
    var all = new TreeMap<Integer, MemoryBinding>();
    boolean restrictive = latest == MemoryMode.RESTRICTIVE;
    cells.forEach((cell, rule) -> {
      boolean wasRestrictive = rule.mode() == MemoryMode.RESTRICTIVE;
      all.put(cell, wasRestrictive == restrictive ? rule : new MemoryBinding(latest, rule.nodes()));
    });
    NodeSet needed =
        all.values().stream().map(MemoryBinding::nodes).reduce(NodeSet.EMPTY, NodeSet::or);
    boolean everyCellHasRule = domain.cells().stream().allMatch(c -> all.containsKey(c.id()));
    NodeSet nodes =
        everyCellHasRule
            ? needed
            : domain.numaTune().memory().map(MemoryBinding::nodes).orElse(NodeSet.EMPTY).or(needed);
    var old = domain.numaTune().memory().map(MemoryBinding::mode).orElse(MemoryMode.STRICT);
    boolean fits = (old == MemoryMode.RESTRICTIVE) == restrictive;
    return new NumaTune(Optional.of(new MemoryBinding(fits ? old : latest, nodes)), false, all);
  }
}
