package org.numascape.topology;

/// Something somebody attached to the topology, such as a memory module.
public record Misc(int logical, String name, CpuSet cpus, Contents contents)
    implements TopologyObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.MISC, logical);
  }
}
