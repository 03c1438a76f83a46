package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// A boundary between cells runs through a guest core, or through a guest socket where the host has
/// no several nodes in a socket.
final class CellCutsCore implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var topology = guest.domain().topology();
    if (topology.isEmpty() || guest.domain().cells().size() < 2) {
      return Stream.empty();
    }
    int threads = topology.get().threads();
    int socket = topology.get().product() / topology.get().sockets();
    var cores = cut(guest, threads);
    if (!cores.isEmpty()) {
      return finding(guest, cores, "a guest core").stream();
    }
    var sockets = severalNodesASocket(guest.host()) ? CpuSet.EMPTY : cut(guest, socket);
    return sockets.isEmpty()
        ? Stream.empty()
        : finding(guest, sockets, "a guest socket").titled("socket").stream();
  }

  private static Finding finding(GuestFacts guest, CpuSet vcpus, String what) {
    return Finding.of(
            "N-10",
            Severity.WARNING,
            guest,
            Words.vcpus(vcpus) + " are " + what + ", but in different cells")
        .at(vcpus.stream().mapToObj(vcpu -> new Item.Vcpu(guest.id(), vcpu)).toList());
  }

  /// The first group of so many consecutive vCPUs that is in several cells.
  private static CpuSet cut(GuestFacts guest, int size) {
    int maximum = guest.domain().vcpus().maximum();
    for (int first = 0; first + size <= maximum && size > 1; first += size) {
      var group = CpuSet.range(first, first + size - 1);
      long cells =
          guest.domain().memoryCells().stream()
              .filter(cell -> cell.vcpus().intersects(group))
              .count();
      if (cells > 1) {
        return group;
      }
    }
    return CpuSet.EMPTY;
  }

  private static boolean severalNodesASocket(HostTopology host) {
    return host.all(CpuPackage.class).stream()
        .anyMatch(socket -> host.nodesOf(socket.cpus()).size() > 1);
  }
}
