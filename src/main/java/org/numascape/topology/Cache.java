package org.numascape.topology;

/// A CPU cache of level 1 to 5. `sizeKib` is 0 when unknown.
public record Cache(
    int logical, int level, CacheType type, long sizeKib, CpuSet cpus, Contents contents)
    implements TopologyObject {

  /// Refuses levels hwloc has no name for.
  public Cache {
    boolean named = level >= 1 && level <= (type == CacheType.INSTRUCTION ? 3 : 5);
    if (!named) {
      throw new IllegalArgumentException("no cache of type " + type + " has level " + level);
    }
  }

  @Override
  public ObjectId id() {
    return new ObjectId(kind(level, type), logical);
  }

  /// The kind of a cache of this level and type.
  public static ObjectKind kind(int level, CacheType type) {
    String name = "L" + level + (type == CacheType.INSTRUCTION ? "I" : "") + "_CACHE";
    return ObjectKind.valueOf(name);
  }
}
