package org.numascape.domain;

import java.util.Optional;
import org.numascape.topology.CpuSet;

/// An I/O thread: an event loop of its own for disks.
///
/// @param pin the host CPUs it may use (`iothreadpin`); empty follows the domain's cpuset
/// @param pool its workers
public record IoThread(int id, Optional<CpuSet> pin, ThreadPool pool) {

  /// Refuses id 0, as libvirt does.
  public IoThread {
    if (id < 1) {
      throw new IllegalArgumentException("I/O thread ids start at 1, this one is " + id);
    }
  }

  /// A thread whose workers are as QEMU has them.
  public IoThread(int id, Optional<CpuSet> pin) {
    this(id, pin, ThreadPool.DEFAULT);
  }

  /// The same thread on other CPUs.
  public IoThread withPin(Optional<CpuSet> other) {
    return new IoThread(id, other, pool);
  }

  /// The same thread with other workers.
  public IoThread withPool(ThreadPool other) {
    return new IoThread(id, pin, other);
  }
}
