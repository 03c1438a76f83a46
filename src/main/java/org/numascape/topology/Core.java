package org.numascape.topology;

/// A physical core. `osIndex` is the kernel's `core_id`: unique only inside a package or die,
/// neither dense nor ascending; -1 when unknown.
public record Core(int logical, int osIndex, CpuSet cpus, Contents contents)
    implements TopologyObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.CORE, logical);
  }
}
