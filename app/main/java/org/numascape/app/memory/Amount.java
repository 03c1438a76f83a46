package org.numascape.app.memory;

import java.util.OptionalLong;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NodeSet;

/// Amounts of memory and sets of nodes as they stand in a field.
interface Amount {

  /// An amount that is read back as it is: with all its KiB where it is no round one.
  static String shown(long kib) {
    String words = MemorySize.ofKib(kib).toString();
    return MemorySize.parse(words).kib() == kib ? words : kib + " KiB";
  }

  /// An amount, or no text for none.
  static String shown(OptionalLong kib) {
    return kib.isPresent() ? shown(kib.getAsLong()) : "";
  }

  /// What is typed, in KiB, 1 at least.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static long kib(String typed) {
    long kib = MemorySize.parse(typed).kib();
    if (kib < 1) {
      throw new IllegalArgumentException("0 is no amount of memory; leave it empty for none");
    }
    return kib;
  }

  /// What is typed; no text for none.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static OptionalLong optional(String typed) {
    return typed.isBlank() ? OptionalLong.empty() : OptionalLong.of(kib(typed));
  }

  /// Nodes of this host; no text for none.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static NodeSet nodes(HostTopology host, String typed) {
    var nodes = NodeSet.parse(typed);
    var missing = nodes.minus(host.nodeSet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "node " + missing.last() + " is not on this host, it has " + host.nodeSet());
    }
    return nodes;
  }
}
