package org.numascape.topology;

/// A host bridge or PCI bridge; what hangs below it is among its devices.
///
/// @param address the bus range (`0000:[00-05]`) or the bridge's own bus id; may be empty
/// @param linkGbs upstream link speed in GB/s, 0 when unknown
public record Bridge(
    int logical, boolean host, String address, double linkGbs, CpuSet cpus, Contents contents)
    implements TopologyObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.BRIDGE, logical);
  }
}
