package org.numascape.format.text;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is told of the size of the caches of one kind, in KiB.
///
/// @param oneKib of each of them
/// @param allKib of all together
/// @param instances how many there are
record CacheSize(OptionalLong oneKib, OptionalLong allKib, OptionalInt instances) {

  static CacheSize ofOne(long kib) {
    return new CacheSize(OptionalLong.of(kib), OptionalLong.empty(), OptionalInt.empty());
  }

  static CacheSize ofAll(long kib, OptionalInt instances) {
    return new CacheSize(OptionalLong.empty(), OptionalLong.of(kib), instances);
  }

  /// The size of one, where `count` of them are known; 0 when it cannot be told. Where they are not
  /// all alike (hybrid hosts) the sum does not divide, and no size is told.
  long one(int count) {
    if (oneKib.isPresent()) {
      return oneKib.getAsLong();
    }
    int among = instances.orElse(count);
    long all = allKib.orElse(0);
    return among > 0 && all % among == 0 ? all / among : 0;
  }
}
