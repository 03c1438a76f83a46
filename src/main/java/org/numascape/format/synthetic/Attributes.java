package org.numascape.format.synthetic;

import java.util.Optional;

/// What stands in parentheses behind a level, an attached node or at the very beginning.
///
/// @param bytes the size of a cache or the memory of a node; 0 for the usual one, as in hwloc
/// @param sideCacheBytes the size of a memory-side cache before a node; 0 for none
/// @param indexes how OS indexes are given out, where it is said
record Attributes(long bytes, long sideCacheBytes, Optional<Indexes> indexes) {

  /// Nothing said.
  static final Attributes NONE = new Attributes(0, 0, Optional.empty());

  /// The text of an `indexes=` attribute and where it stands.
  ///
  /// @param at position in the description, from 0
  record Indexes(String text, int at) {}
}
