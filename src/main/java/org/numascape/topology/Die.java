package org.numascape.topology;

/// A die inside a package. `osIndex` is the kernel's `die_id`, unique only inside the package; -1
/// when unknown.
public record Die(int logical, int osIndex, CpuSet cpus, Contents contents)
    implements TopologyObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.DIE, logical);
  }
}
