package org.numascape.topology;

/// A physical processor package (socket). `osIndex` is the kernel's `physical_package_id`, -1 when
/// unknown; `model` is the CPU model, may be empty.
public record CpuPackage(int logical, int osIndex, String model, CpuSet cpus, Contents contents)
    implements TopologyObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.PACKAGE, logical);
  }
}
