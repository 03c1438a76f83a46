package org.numascape.topology;

/// The kinds of object a host is made of, under hwloc's names.
public enum ObjectKind {
  /// The whole host.
  MACHINE("Machine"),
  /// A physical processor package (socket).
  PACKAGE("Package"),
  /// A die inside a package.
  DIE("Die"),
  /// Objects that belong together for a reason without a kind of its own, such as a sub-NUMA
  /// cluster.
  GROUP("Group"),
  /// A NUMA node: memory and what is local to it.
  NUMA_NODE("NUMANode"),
  /// A memory-side cache in front of a NUMA node.
  MEMORY_CACHE("MemCache"),
  /// A level 5 cache.
  L5_CACHE("L5Cache"),
  /// A level 4 cache.
  L4_CACHE("L4Cache"),
  /// A level 3 cache.
  L3_CACHE("L3Cache"),
  /// A level 2 cache.
  L2_CACHE("L2Cache"),
  /// A level 1 data or unified cache.
  L1_CACHE("L1Cache"),
  /// A level 3 instruction cache.
  L3I_CACHE("L3iCache"),
  /// A level 2 instruction cache.
  L2I_CACHE("L2iCache"),
  /// A level 1 instruction cache.
  L1I_CACHE("L1iCache"),
  /// A physical core.
  CORE("Core"),
  /// A processing unit: a hardware thread, what the kernel calls a CPU.
  PU("PU"),
  /// A PCI or host bridge.
  BRIDGE("Bridge"),
  /// A PCI function.
  PCI_DEVICE("PCIDev"),
  /// What the operating system makes of a device: a disk, an interface, a GPU.
  OS_DEVICE("OSDev"),
  /// Anything else somebody attached to the topology.
  MISC("Misc");

  private final String hwlocName;

  ObjectKind(String hwlocName) {
    this.hwlocName = hwlocName;
  }

  /// The name hwloc writes in its XML and lstopo in its SVG classes.
  public String hwlocName() {
    return hwlocName;
  }
}
