package org.numascape.topology;

/// A PCI function; the operating system's devices on it are among its devices.
///
/// @param address bus id `dddd:bb:dd.f`; the domain may be wider than four digits
/// @param classId PCI class and subclass as 0xCCSS, -1 when unknown
/// @param name vendor and device in words, may be empty
/// @param linkGbs link speed in GB/s, 0 when unknown
/// @param node OS index of the node the firmware says it is on, -1 when it does not say
/// @param cpus the PUs it is local to
public record PciDevice(
    int logical,
    String address,
    int classId,
    String name,
    double linkGbs,
    int node,
    CpuSet cpus,
    Contents contents)
    implements TopologyObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.PCI_DEVICE, logical);
  }
}
