package org.numascape.domain;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.topology.NodeSet;

/// The `numatune` element: where guest memory comes from.
///
/// @param memory the rule for everything no memnode names; empty leaves it to the kernel
/// @param automatic whether libvirt asks numad for the nodes (`placement='auto'`)
/// @param cells rules by guest cell id (`memnode`)
/// @param automaticMode how memory is bound to the nodes that numad names; strict where it is not
///   asked
public record NumaTune(
    Optional<MemoryBinding> memory,
    boolean automatic,
    Map<Integer, MemoryBinding> cells,
    MemoryMode automaticMode) {

  /// No rule: the kernel's default policy, memory comes from where it is first touched.
  public static final NumaTune NONE = new NumaTune(Optional.empty(), false, Map.of());

  /// Copies the map.
  public NumaTune {
    cells = Collections.unmodifiableMap(new TreeMap<>(cells));
    automaticMode = automatic ? automaticMode : MemoryMode.STRICT;
  }

  /// Rules, strict where numad names the nodes.
  public NumaTune(
      Optional<MemoryBinding> memory, boolean automatic, Map<Integer, MemoryBinding> cells) {
    this(memory, automatic, cells, MemoryMode.STRICT);
  }

  /// The rule in force for a guest cell: its memnode, else the common one.
  public Optional<MemoryBinding> bindingOf(int cell) {
    return Optional.ofNullable(cells.get(cell)).or(() -> memory);
  }

  /// How guest memory is bound: a mode and host nodes (OS indexes).
  public record MemoryBinding(MemoryMode mode, NodeSet nodes) {}
}
