package org.numascape.format.sysfs;

import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PuState;

/// Which CPUs there are and what each may do, as OS indexes.
///
/// @param present all there are, switched on or not
/// @param allowed those the reader's control group may use; empty where it may use all
///
///   Source: kernel `Documentation/ABI/testing/sysfs-devices-system-cpu`.
record CpuStates(CpuSet present, CpuSet online, CpuSet isolated, CpuSet allowed) {

  static final String FOLDER = "sys/devices/system/cpu";

  /// The states of all CPUs.
  ///
  /// @throws FormatException where there is none
  static CpuStates read(String source, Sysfs sysfs) throws FormatException {
    var folders = CpuSet.of(sysfs.numbered(FOLDER, "cpu"));
    if (folders.isEmpty()) {
      throw new FormatException(
          source,
          0,
          "No CPU is described here: a Linux host has "
              + FOLDER
              + "/cpu0, one a CPU. Make the archive with hwloc-gather-topology.");
    }
    var list = sysfs.list(FOLDER + "/online").filter(set -> !set.isEmpty());
    var online = list.orElseGet(() -> singly(sysfs, folders)).and(folders);
    // POWER has a folder for every possible CPU.
    var present = sysfs.list(FOLDER + "/present").orElse(folders).or(online).and(folders);
    if (online.isEmpty()) {
      throw new FormatException(
          source, 0, "Not one CPU of this host is online; make the archive again.");
    }
    var isolated = sysfs.list(FOLDER + "/isolated").orElse(CpuSet.EMPTY);
    return new CpuStates(present, online, isolated, ControlGroup.cpus(sysfs));
  }

  /// Old kernels say it in one file a CPU, and say nothing of a CPU that cannot be switched off.
  private static CpuSet singly(Sysfs sysfs, CpuSet folders) {
    return CpuSet.of(
        folders.stream()
            .filter(cpu -> sysfs.number(FOLDER + "/cpu" + cpu + "/online").orElse(1) != 0)
            .boxed()
            .toList());
  }

  /// What a CPU may do.
  PuState of(int cpu) {
    if (!online.contains(cpu)) {
      return PuState.OFFLINE;
    }
    if (!allowed.isEmpty() && !allowed.contains(cpu)) {
      return PuState.DISALLOWED;
    }
    return isolated.contains(cpu) ? PuState.ISOLATED : PuState.ONLINE;
  }
}
