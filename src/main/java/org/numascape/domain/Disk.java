package org.numascape.domain;

import java.util.List;
import java.util.OptionalInt;

/// A disk, as far as threads serve it.
///
/// @param target its name in the guest: `vda`
/// @param bus libvirt's word: `virtio`, `scsi`, `sata`; may be empty
/// @param source where it comes from on the host, a path or a name; may be empty
/// @param ioThreads the I/O threads that serve it; several since libvirt 10.0, none for the main
///   loop
/// @param queues how many queues it has; empty leaves that to QEMU
public record Disk(
    String target, String bus, String source, List<Integer> ioThreads, OptionalInt queues) {

  /// Copies the list.
  public Disk {
    ioThreads = List.copyOf(ioThreads);
  }

  /// The same disk, served otherwise.
  public Disk servedBy(List<Integer> threads) {
    return new Disk(target, bus, source, threads, queues);
  }
}
