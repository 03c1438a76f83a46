package org.numascape.topology;

/// A processing unit: a hardware thread. `osIndex` is the kernel's CPU number, what pins name.
public record Pu(int logical, int osIndex, PuState state) implements TopologyObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.PU, logical);
  }

  @Override
  public CpuSet cpus() {
    return CpuSet.of(osIndex);
  }

  @Override
  public Contents contents() {
    return Contents.NONE;
  }
}
