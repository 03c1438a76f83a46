package org.numascape.design;

/// What sort of software a lane keeps a part of the host for.
public enum LaneKind {
  /// Anything else that runs beside the guests.
  OTHER("Other software", "other", false),
  /// The host's own work: kernel, libvirt, ssh, monitoring.
  HOST("The host itself", "host", false),
  /// Storage that polls its devices: the Storage Performance Development Kit.
  SPDK("SPDK storage", "spdk", true),
  /// A network switch that polls its ports: Open vSwitch with DPDK, VPP.
  DPDK("DPDK network", "dpdk", true),
  /// Storage that waits for interrupts: Ceph, ZFS.
  STORAGE("Storage (Ceph, ZFS …)", "disk", false),
  /// Containers and other services.
  CONTAINERS("Containers", "ct", false);

  private final String title;
  private final String alias;
  private final boolean polling;

  LaneKind(String title, String alias, boolean polling) {
    this.title = title;
    this.alias = alias;
    this.polling = polling;
  }

  /// What people choose it by.
  public String title() {
    return title;
  }

  /// The few letters that stand for it on a CPU where its name has no room.
  public String alias() {
    return alias;
  }

  /// Whether its threads never sleep: what else is put on their CPUs hardly runs.
  public boolean polling() {
    return polling;
  }
}
