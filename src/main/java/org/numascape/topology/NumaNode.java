package org.numascape.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A NUMA node: memory, and the PUs it is local to (none for HBM, CXL or GPU memory on some hosts).
///
/// @param osIndex the kernel's node number; may be sparse (0, 8, 255)
/// @param subtype what kind of memory, where the source says it (`HBM`, `GPUMemory`), else empty
/// @param memoryKib total memory in KiB, huge-page pools included; 0 for a memory-less node
/// @param freeKib free memory in KiB when the host was read, where the source tells
/// @param pools huge-page pools, smallest page first
public record NumaNode(
    int logical,
    int osIndex,
    String subtype,
    long memoryKib,
    OptionalLong freeKib,
    List<HugePagePool> pools,
    CpuSet cpus)
    implements TopologyObject {

  /// Sorts the pools by page size.
  public NumaNode {
    pools = pools.stream().sorted(Comparator.comparing(HugePagePool::size)).toList();
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.NUMA_NODE, logical);
  }

  @Override
  public Contents contents() {
    return Contents.NONE;
  }

  /// The pool of one page size, if the node has one.
  public Optional<HugePagePool> pool(PageSize size) {
    return pools.stream().filter(pool -> pool.size().equals(size)).findFirst();
  }
}
