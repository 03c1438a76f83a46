package org.numascape.format.text;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.numascape.topology.MemorySize;

/// What is told of the size of the caches of one kind, in KiB.
///
/// @param oneKib of each of them
/// @param allKib of all together
/// @param instances how many there are
/// @param rounded whether the tool wrote one decimal, such as `1.3M` for 1,280 KiB
record CacheSize(OptionalLong oneKib, OptionalLong allKib, OptionalInt instances, boolean rounded) {

  static CacheSize ofOne(long kib) {
    return new CacheSize(OptionalLong.of(kib), OptionalLong.empty(), OptionalInt.empty(), false);
  }

  static CacheSize ofAll(long kib, OptionalInt instances) {
    return new CacheSize(OptionalLong.empty(), OptionalLong.of(kib), instances, false);
  }

  /// The same as the tool wrote it.
  CacheSize writtenAs(String text) {
    return new CacheSize(oneKib, allKib, instances, text.matches("\\d+[.,]\\d.*"));
  }

  /// Whether both can be the same size, where `count` caches are known.
  boolean agreesWith(CacheSize other, int count) {
    long mine = one(count);
    long theirs = other.one(count);
    return mine == theirs
        || ((rounded || other.rounded)
            && MemorySize.ofKib(mine).toString().equals(MemorySize.ofKib(theirs).toString()));
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
