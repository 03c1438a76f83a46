package org.numascape.topology;

/// Names under which [HostFacts#infos] keeps what the records of the topology have no field for.
///
/// Beside these, infos bear hwloc's own names (`CPUModel`, `PCIVendor`, `GPUModel`,
/// `CUDAGlobalMemorySize`, `DMIBoardName`, `Backend`, `MemoryTier`); what hwloc tells several times
/// under one name is one info of several lines. Sizes are as the source writes them: in KiB without
/// a unit (hwloc 1, 2) or with one (hwloc 3).
public interface InfoName {

  /// An object's name where its record has none: of a group, a bridge, a PCI function.
  String NAME = "Name";

  /// What an object is, more precisely than its kind, where its record does not say it: `Disk`,
  /// `NVSwitch`, `MemoryModule`. lstopo writes it instead of the kind.
  String SUBTYPE = "Subtype";

  /// The operating system's number of an object whose record has none.
  String OS_INDEX = "OSIndex";

  /// Why hwloc made a group, as its number: 0 user, 100 to 104 Intel, 222 cluster, 900 distance.
  String GROUP_KIND = "GroupKind";

  /// Tells groups of one kind apart.
  String GROUP_SUBKIND = "GroupSubkind";

  /// Of a cache or memory-side cache, in bytes.
  String CACHE_LINE_SIZE = "CacheLineSize";

  /// Ways of a cache, or `full`.
  String CACHE_ASSOCIATIVITY = "CacheAssociativity";

  /// Whether a cache holds all that the caches below it hold: `1` or `0`.
  String INCLUSIVE = "Inclusive";

  /// Vendor and device of a PCI function or bridge in hex: `8086:10fb`.
  String PCI_ID = "PCIId";

  /// Subsystem's vendor and device in hex.
  String PCI_SUBSYSTEM = "PCISubsystem";

  /// Revision of a PCI function or bridge, two hex digits.
  String PCI_REVISION = "PCIRevision";

  /// Class of a PCI bridge, four hex digits; a PCI function's is in its record.
  String PCI_CLASS = "PCIClass";

  /// Buses behind a PCI bridge: `0000:[3a-3c]`; a host bridge's are its address.
  String PCI_BUSES = "PCIBuses";

  /// Everything that an OS device is, in hwloc 3's words, where it is more than one thing:
  /// `GPU,CoProc`.
  String OS_DEVICE_KINDS = "OSDeviceKinds";

  /// PUs that belong to an object but are off or unknown to the kernel, and so are no objects; a
  /// list of OS indexes.
  String OFFLINE_CPUS = "OfflineCPUs";

  /// Nodes that belong to an object but are no objects; a list of OS indexes.
  String OFFLINE_NODES = "OfflineNodes";

  /// `1` on a node that the control group the host was read in must not use.
  String DISALLOWED = "Disallowed";

  /// What a device or Misc object really hangs at, where that can hold nothing: `PU:3`,
  /// `NUMANode:1`, by OS index. It stands among the devices of the object around.
  String ATTACHED_TO = "AttachedTo";

  /// Where the machine says its PCI buses are local: lines of `0000:[00-7f] 0-15`.
  String PCI_LOCALITY = "PCILocality";

  /// The page of a node that is no huge page, in bytes.
  String BASE_PAGE = "BasePage";

  /// Rank of a node's memory among the kinds of memory there are, 0 the fastest.
  String MEMORY_TIER = "MemoryTier";
}
