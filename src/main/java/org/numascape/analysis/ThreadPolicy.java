package org.numascape.analysis;

import org.numascape.design.Guest;
import org.numascape.topology.HostTopology;

/// How vCPUs are spread over the threads of cores.
public enum ThreadPolicy {
  /// Whole cores first, both threads of each: consecutive vCPUs become siblings.
  SIBLINGS_TOGETHER,
  /// One vCPU a core, its siblings stay free.
  ISOLATE,
  /// Every free PU in logical order.
  ANY;

  /// What suits a guest: one that keeps siblings idle gets its cores for itself.
  public static ThreadPolicy of(HostTopology host, Guest guest) {
    return Occupancy.keepsSiblingsIdle(host, guest.wanted()) ? ISOLATE : SIBLINGS_TOGETHER;
  }
}
