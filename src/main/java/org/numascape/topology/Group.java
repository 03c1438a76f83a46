package org.numascape.topology;

/// Objects that belong together. `subtype` says why where the source does (`Cluster`, `Module`),
/// else it is empty.
public record Group(int logical, String subtype, CpuSet cpus, Contents contents)
    implements TopologyObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.GROUP, logical);
  }
}
