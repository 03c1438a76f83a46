package org.numascape.topology;

/// The whole host. `name` is what people call it: host name, or the product's name; may be empty.
public record Machine(String name, CpuSet cpus, Contents contents) implements TopologyObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.MACHINE, 0);
  }
}
