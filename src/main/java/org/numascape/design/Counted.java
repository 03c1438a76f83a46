package org.numascape.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.CpuTune;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.ThreadScheduler;
import org.numascape.domain.VcpuState;
import org.numascape.domain.Vcpus;
import org.numascape.topology.CpuSet;

/// A guest with another number of vCPUs, and everything that names vCPUs brought along.
interface Counted {

  /// The guest with `maximum` vCPUs, `current` of them at start.
  static Domain of(Domain guest, int maximum, int current) {
    var all = CpuSet.range(0, maximum - 1);
    var old = guest.vcpus();
    var vcpus =
        new Vcpus(maximum, current, old.cpuset(), old.automatic(), states(old, maximum, current));
    return guest
        .withVcpus(vcpus)
        .withCpuTune(tuned(guest.cpuTune(), all))
        .withCpu(
            guest
                .cpu()
                .withTopology(guest.topology().map(was -> regrouped(was, maximum)))
                .withCells(cells(guest.cells(), all)));
  }

  /// Where single vCPUs are spoken of, the first of them are there at start, and those that are new
  /// can be plugged.
  private static List<VcpuState> states(Vcpus old, int maximum, int current) {
    if (old.each().isEmpty()) {
      return List.of();
    }
    var known = new TreeMap<Integer, VcpuState>();
    old.each().forEach(vcpu -> known.put(vcpu.id(), vcpu));
    boolean ordered = old.each().stream().anyMatch(vcpu -> vcpu.order().isPresent());
    var each = new ArrayList<VcpuState>();
    for (int id = 0; id < maximum; id++) {
      boolean online = id < current;
      boolean stays = known.containsKey(id) && !known.get(id).hotpluggable() && online;
      var order =
          ordered && online ? java.util.OptionalInt.of(id + 1) : java.util.OptionalInt.empty();
      each.add(new VcpuState(id, online, !stays && id > 0, order));
    }
    return each;
  }

  private static CpuTune tuned(CpuTune tune, CpuSet all) {
    var pins = new TreeMap<>(tune.vcpuPins());
    pins.keySet().removeIf(vcpu -> !all.contains(vcpu));
    return tune.withVcpuPins(pins)
        .withSchedulers(
            cut(tune.vcpuSchedulers(), all), tune.ioThreadSchedulers(), tune.emulatorScheduler());
  }

  /// The classes of those threads that are among these.
  static List<ThreadScheduler> cut(List<ThreadScheduler> classes, CpuSet left) {
    return classes.stream()
        .map(one -> one.withThreads(one.threads().and(left)))
        .filter(one -> !one.threads().isEmpty())
        .toList();
  }

  private static List<GuestCell> cells(List<GuestCell> cells, CpuSet all) {
    if (cells.isEmpty()) {
      return cells;
    }
    var named = cells.stream().map(GuestCell::vcpus).reduce(CpuSet.EMPTY, CpuSet::or);
    var fresh = all.minus(named);
    int last =
        cells.stream().filter(c -> !c.vcpus().isEmpty()).mapToInt(GuestCell::id).max().orElse(0);
    return cells.stream()
        .map(cell -> {
          var left = cell.vcpus().and(all);
          return cell.withVcpus(cell.id() == last ? left.or(fresh) : left);
        })
        .toList();
  }

  /// A topology of that many vCPUs that keeps threads, sockets, dies and clusters, in this order,
  /// as far as they divide the number.
  static CpuTopology regrouped(CpuTopology was, int vcpus) {
    int left = vcpus;
    int threads = left % was.threads() == 0 ? was.threads() : 1;
    left /= threads;
    int sockets = left % was.sockets() == 0 ? was.sockets() : 1;
    left /= sockets;
    int dies = left % was.dies() == 0 ? was.dies() : 1;
    left /= dies;
    int clusters = left % was.clusters() == 0 ? was.clusters() : 1;
    return new CpuTopology(sockets, dies, clusters, left / clusters, threads);
  }

  /// The topology a guest has where nobody said: a socket a vCPU.
  static CpuTopology topology(Domain guest) {
    return Optional.of(guest)
        .flatMap(Domain::topology)
        .orElse(new CpuTopology(guest.vcpus().maximum(), 1, 1, 1, 1));
  }
}
