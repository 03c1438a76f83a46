package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// A node has CPUs enough for the guest, none has the memory.
final class MemoryBeyondNode implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var nodes = guest.host().nodes();
    long kib = guest.domain().memoryKib();
    boolean cpus = nodes.keySet().stream().anyMatch(node -> Fits.cpus(guest, node));
    boolean memory = nodes.keySet().stream().anyMatch(node -> Fits.memory(guest, node, kib));
    long largest = nodes.values().stream().mapToLong(NumaNode::memoryKib).max().orElse(0);
    long host = nodes.values().stream().mapToLong(NumaNode::memoryKib).sum();
    boolean divided = guest.domain().cells().size() > 1;
    if (nodes.size() < 2 || !cpus || memory || divided || kib > host || largest == 0) {
      return Stream.empty();
    }
    return Finding.of(
        "N-24",
        Severity.INFO,
        guest,
        "A node has CPUs for its "
            + guest.domain().vcpus().maximum()
            + " vCPUs, but the largest has "
            + MemorySize.ofKib(largest)
            + " and it needs "
            + MemorySize.ofKib(kib))
        .stream();
  }
}
