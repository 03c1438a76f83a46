package org.numascape.topology;

/// A memory-side cache; the node behind it is among its memory contents.
public record MemoryCache(int logical, long sizeKib, CpuSet cpus, Contents contents)
    implements TopologyObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.MEMORY_CACHE, logical);
  }
}
