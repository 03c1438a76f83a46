package org.numascape.analysis;

import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// A thread of a guest and the host CPUs (OS indexes) it may use.
///
/// @param who a vCPU, the emulator, or an I/O thread
/// @param cpus where it may run; every usable CPU when it floats
public record Seat(Item.OfGuest who, CpuSet cpus, Hold hold) {

  /// Whether it is a vCPU; else it is a thread that serves the guest's devices.
  public boolean isVcpu() {
    return who instanceof Item.Vcpu;
  }
}
