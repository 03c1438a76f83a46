package org.numascape.topology;

import java.util.stream.Stream;

/// One thing a host is made of. `cpus` are OS indexes of the PUs inside or local to it.
public sealed interface TopologyObject
    permits Machine,
        CpuPackage,
        Die,
        Group,
        NumaNode,
        MemoryCache,
        Cache,
        Core,
        Pu,
        Bridge,
        PciDevice,
        OsDevice,
        Misc {

  /// Kind and logical index; unique within a topology.
  ObjectId id();

  /// The PUs inside (CPU objects) or local (memory, devices), as OS indexes; may be empty.
  CpuSet cpus();

  /// What is inside.
  Contents contents();

  /// This object and everything below it, parents first.
  default Stream<TopologyObject> walk() {
    return Stream.concat(Stream.of(this), contents().all().flatMap(TopologyObject::walk));
  }
}
