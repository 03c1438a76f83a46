package org.numascape.domain;

import java.util.OptionalInt;
import org.numascape.topology.CpuSet;

/// A `vcpusched` or `iothreadsched` element: the scheduling class of some threads.
///
/// @param threads guest vCPU ids, or ids of I/O threads
public record ThreadScheduler(CpuSet threads, Scheduling scheduling) {

  /// A class by its words.
  public ThreadScheduler(CpuSet threads, String scheduler, OptionalInt priority) {
    this(threads, new Scheduling(scheduler, priority));
  }

  /// libvirt's word: `batch`, `idle`, `fifo`, `rr`.
  public String scheduler() {
    return scheduling.scheduler();
  }

  /// 1 to 99 for `fifo` and `rr`.
  public OptionalInt priority() {
    return scheduling.priority();
  }

  /// Whether these threads run before everything that is not real-time.
  public boolean realTime() {
    return scheduling.realTime();
  }

  /// The same class for other threads.
  public ThreadScheduler withThreads(CpuSet others) {
    return new ThreadScheduler(others, scheduling);
  }
}
