package org.numascape.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// A cell's vCPUs fill CPUs of one socket, as if that were a node.
final class SocketIsNotNode implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return guest.domain().memoryCells().stream()
        .flatMap(cell -> examine(guest, cell.id()).stream());
  }

  private static Optional<Finding> examine(GuestFacts guest, int cell) {
    var cpus = guest.cpusOf(cell);
    var nodes = guest.host().nodesOf(cpus);
    var memory = guest.memoryOf(cell);
    var vcpus = guest.vcpusOf(cell);
    boolean firm =
        vcpus.stream().allMatch(v -> guest.seat(v).filter(s -> s.hold().firm()).isPresent());
    boolean home = memory.size() == 1 && nodes.containsAll(memory);
    if (!firm || !home || nodes.size() < 2 || !oneSocket(guest.host(), cpus)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(
                "P-28",
                Severity.WARNING,
                guest,
                Words.vcpus(Words.ids(vcpus))
                    + " are in one socket, but on "
                    + Words.nodes(nodes)
                    + " of it; the memory is on "
                    + Words.nodes(memory))
            .at(vcpus)
            .fixed(now ->
                Room.landing(now, vcpus, now.host().cpusOf(memory.last()))
                    .map(landing -> {
                      String label =
                          "Pack " + Words.vcpus(Words.ids(vcpus)) + " on " + Words.nodes(memory);
                      return new Fix(label, new Edit.Together(label, landing.edits()));
                    })
                    .stream()
                    .toList()));
  }

  private static boolean oneSocket(HostTopology host, CpuSet cpus) {
    return host.all(CpuPackage.class).stream().anyMatch(socket -> socket.cpus().containsAll(cpus));
  }
}
