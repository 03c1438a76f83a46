package org.numascape.format.text;

import java.util.OptionalLong;

/// What is told of the huge pages of one size on one node.
record Pool(OptionalLong total, OptionalLong free) {

  static final Pool UNKNOWN = new Pool(OptionalLong.empty(), OptionalLong.empty());

  Pool withTotal(long pages) {
    return new Pool(OptionalLong.of(pages), free);
  }

  Pool withFree(long pages) {
    return new Pool(total, OptionalLong.of(pages));
  }
}
