package org.numascape.format.synthetic;

import java.util.Optional;

/// One word of a description as it stands there.
sealed interface Word {

  /// `core:8(indexes=...)`, or a bare `8` without a kind.
  record Rank(Optional<LevelKind> kind, int each, Attributes attributes, int at) implements Word {}

  /// `[numa(memory=...)]`
  record Attached(Attributes attributes) implements Word {}
}
