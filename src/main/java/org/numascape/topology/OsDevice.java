package org.numascape.topology;

/// What the operating system makes of a device: `nvme0n1`, `eth0`, `mlx5_0`. `type` is hwloc's word
/// for its kind (`Storage`, `Network`, `GPU`), may be empty.
public record OsDevice(int logical, String name, String type, CpuSet cpus, Contents contents)
    implements TopologyObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.OS_DEVICE, logical);
  }
}
