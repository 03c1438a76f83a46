package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.CpuEdit;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.CpuTopology;
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
        .at(vcpus.stream().mapToObj(vcpu -> new Item.Vcpu(guest.id(), vcpu)).toList())
        .fixed(now -> fixes(now, guest));
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

  /// Cells alike, and where that is not enough a socket for each.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var edits = new ArrayList<Edit>();
    edits.add(new CellEdit.Equalise(guest.id()));
    String label = "Make the cells of " + guest.guest().name() + " alike";
    var alike = Trial.fix(facts, guest.id(), "N-10", label, edits);
    int maximum = guest.domain().vcpus().maximum();
    int cells = guest.domain().cells().size();
    int threads = guest.domain().topology().map(CpuTopology::threads).orElse(1);
    if (!alike.isEmpty() || maximum % (cells * threads) != 0) {
      return alike;
    }
    var sockets = new CpuTopology(cells, 1, 1, maximum / cells / threads, threads);
    edits.add(new CpuEdit.SetTopology(guest.id(), Optional.of(sockets)));
    return Trial.fix(facts, guest.id(), "N-10", "Give each cell a socket", edits);
  }
}
