package org.numascape.domain;

import java.util.OptionalInt;
import org.numascape.topology.CpuSet;

/// A `vcpusched` element: the scheduling class of some vCPUs (guest ids).
///
/// @param scheduler libvirt's word: `batch`, `idle`, `fifo`, `rr`
/// @param priority 1 to 99 for `fifo` and `rr`
public record ThreadScheduler(CpuSet vcpus, String scheduler, OptionalInt priority) {

  /// Whether these vCPUs run before everything that is not real-time.
  public boolean realTime() {
    return scheduler.equals("fifo") || scheduler.equals("rr");
  }
}
