package org.numascape.check;

import org.numascape.analysis.GuestFacts;

/// Whether a guest would fit a node that nobody else is on.
interface Fits {

  /// Whether the node (OS index) has as many CPUs as the guest has vCPUs.
  static boolean cpus(GuestFacts guest, int node) {
    var cpus = guest.host().cpusOf(node).and(guest.host().usableCpus());
    return cpus.size() >= guest.domain().vcpus().maximum();
  }

  /// Whether the node (OS index) can hold so much memory beside what it keeps for the host.
  static boolean memory(GuestFacts guest, int node, long kib) {
    return guest.host().node(node).stream()
        .anyMatch(it -> kib <= it.memoryKib() - guest.thresholds().reserveKib(it.memoryKib()));
  }

  /// Whether some node has both.
  static boolean oneNode(GuestFacts guest) {
    long kib = guest.domain().memoryKib();
    return guest.host().nodes().keySet().stream()
        .anyMatch(node -> cpus(guest, node) && memory(guest, node, kib));
  }
}
