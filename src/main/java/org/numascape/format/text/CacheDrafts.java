package org.numascape.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.numascape.format.Draft;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectKind;

/// Caches as texts tell them or let guess them.
record CacheDrafts(Settled told, Shape shape) {

  static boolean isCache(ObjectKind kind) {
    return kind.hwlocName().matches("L[1-5]i?Cache");
  }

  /// What a part is called while the host is put together.
  static String key(ObjectKind kind, int number) {
    return kind.hwlocName() + ":" + number;
  }

  /// All caches of a kind, by their keys.
  List<Draft> of(ObjectKind kind) {
    var sets = shape.parts().getOrDefault(kind, List.of());
    var drafts = new ArrayList<Draft>();
    for (int i = 0; i < sets.size(); i++) {
      drafts.add(cache(kind, sets.get(i), sets.size()).told(Map.of(), key(kind, i)));
    }
    return drafts;
  }

  private Draft cache(ObjectKind kind, CpuSet cpus, int count) {
    var size = told.cacheSizes.get(kind);
    long kib = size == null ? 0 : size.one(count);
    String name = kind.hwlocName();
    int level = name.charAt(1) - '0';
    boolean code = name.charAt(2) == 'i';
    var data = level == 1 ? CacheType.DATA : CacheType.UNIFIED;
    return Draft.cache(level, code ? CacheType.INSTRUCTION : data, kib, cpus);
  }
}
