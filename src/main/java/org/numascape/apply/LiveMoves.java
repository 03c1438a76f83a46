package org.numascape.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.domain.Domain;
import org.numascape.domain.IoThread;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// The threads of a running guest that are not where the design wants them.
///
/// libvirt has no way to unpin a running thread; a thread that may run anywhere is pinned to all
/// online CPUs.
record LiveMoves(Design design, Guest guest) {

  /// In the order they are made: emulator, vCPUs that move to idle CPUs, the other vCPUs, I/O
  /// threads.
  List<Change.Live> all() {
    if (!guest.state().active()) {
      return List.of();
    }
    var moves = new ArrayList<Change.Live>();
    var wanted = guest.wanted();
    var running = guest.live().orElse(guest.stored());
    if (!wanted.placedByNumad() || wanted.emulatorPin().isPresent()) {
      move(running.emulatorAffinity(), wanted.emulatorAffinity())
          .ifPresent(cpus -> moves.add(new Change.PinEmulatorLive(guest.id(), cpus)));
    }
    moves.addAll(vcpus(running, wanted));
    for (var thread : wanted.ioThreads()) {
      var now = running.ioThreads().stream().filter(io -> io.id() == thread.id()).findFirst();
      if (now.isPresent()) {
        move(affinity(running, now.get()), affinity(wanted, thread))
            .ifPresent(
                cpus -> moves.add(new Change.PinIoThreadLive(guest.id(), thread.id(), cpus)));
      }
    }
    return moves;
  }

  private List<Change.PinVcpuLive> vcpus(Domain running, Domain wanted) {
    var moves = new ArrayList<Change.PinVcpuLive>();
    for (int vcpu = 0; vcpu < wanted.vcpus().maximum(); vcpu++) {
      boolean leftToNumad = wanted.placedByNumad() && !wanted.vcpuPins().containsKey(vcpu);
      if (!leftToNumad && vcpu < running.vcpus().maximum()) {
        int id = vcpu;
        move(running.affinity(vcpu), wanted.affinity(vcpu))
            .ifPresent(cpus -> moves.add(new Change.PinVcpuLive(guest.id(), id, cpus)));
      }
    }
    var others = seats(running);
    moves.sort(Comparator.comparing(move -> busy(others, move)));
    return moves;
  }

  private static Optional<CpuSet> affinity(Domain domain, IoThread thread) {
    return thread.pin().or(() -> domain.vcpus().cpuset());
  }

  private Optional<CpuSet> move(Optional<CpuSet> from, Optional<CpuSet> to) {
    var everywhere = onlineCpus(design);
    var target = to.orElse(everywhere);
    return target.equals(from.orElse(everywhere)) ? Optional.empty() : Optional.of(target);
  }

  /// CPUs of the host that are not switched off.
  static CpuSet onlineCpus(Design design) {
    return CpuSet.of(
        design.host().pus().values().stream()
            .filter(pu -> pu.state() != PuState.OFFLINE)
            .map(Pu::osIndex)
            .toList());
  }

  /// Where every pinned vCPU of the host sits now; own ones by vCPU, others' under -1.
  private Map<Integer, CpuSet> seats(Domain running) {
    var seats = new TreeMap<>(running.vcpuPins());
    var others =
        design.guests().stream()
            .filter(other -> other.state().active() && !other.id().equals(guest.id()))
            .flatMap(other -> other.live().orElse(other.stored()).vcpuPins().values().stream())
            .reduce(CpuSet.EMPTY, CpuSet::or);
    seats.put(-1, others);
    return seats;
  }

  private static boolean busy(Map<Integer, CpuSet> seats, Change.PinVcpuLive move) {
    return seats.entrySet().stream()
        .anyMatch(seat -> seat.getKey() != move.vcpu() && seat.getValue().intersects(move.cpus()));
  }
}
