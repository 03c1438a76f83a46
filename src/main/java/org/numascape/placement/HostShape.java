package org.numascape.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.design.CellEdit;
import org.numascape.design.CpuEdit;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;
import org.numascape.topology.TopologyObject;

/// Guest cells and guest topology that say what the pins are: KubeVirt's guest mapping passthrough,
/// made exact.
///
/// Guests number vCPUs core by core and socket by socket, so a cell has to be a run of vCPU ids
/// (hwloc issue 712). Where each vCPU has a CPU of its own, the same CPUs are dealt anew in the
/// order package, node, die, core, thread; else the vCPUs stay, and cells are as they come.
final class HostShape {
  private final HostTopology host;
  private final Guest guest;

  HostShape(HostTopology host, Guest guest) {
    this.host = host;
    this.guest = guest;
  }

  PresetPlan plan() {
    var pins = guest.wanted().vcpuPins();
    int vcpus = guest.wanted().vcpus().maximum();
    for (int vcpu = 0; vcpu < vcpus; vcpu++) {
      var pin = pins.get(vcpu);
      if (pin == null) {
        return PresetPlan.refused("vCPU " + vcpu + " is not pinned, so it has no node to follow");
      }
      if (host.nodesOf(pin).size() != 1) {
        return PresetPlan.refused(
            "vCPU " + vcpu + " may run on nodes " + host.nodesOf(pin) + "; pin it within one");
      }
    }
    boolean exact = pins.values().stream().allMatch(cpus -> cpus.size() == 1);
    boolean each = exact && pins.values().stream().distinct().count() == vcpus;
    return plan(each ? dealt(pins) : pins, each);
  }

  /// The same CPUs, given to vCPUs in the host's order.
  private Map<Integer, CpuSet> dealt(Map<Integer, CpuSet> pins) {
    var cpus = new ArrayList<Integer>();
    pins.values().forEach(cpu -> cpu.stream().forEach(cpus::add));
    cpus.sort(order());
    var dealt = new TreeMap<Integer, CpuSet>();
    for (int vcpu = 0; vcpu < cpus.size(); vcpu++) {
      dealt.put(vcpu, CpuSet.of(cpus.get(vcpu)));
    }
    return dealt;
  }

  private Comparator<Integer> order() {
    return Comparator.comparingInt((Integer cpu) -> logical(cpu, CpuPackage.class))
        .thenComparingInt(cpu -> host.nodeOf(cpu).orElse(0))
        .thenComparingInt(cpu -> logical(cpu, Die.class))
        .thenComparingInt(cpu -> logical(cpu, Core.class))
        .thenComparingInt(cpu -> cpu);
  }

  private <T extends TopologyObject> int logical(int cpu, Class<T> type) {
    return host.around(cpu, type).map(object -> object.id().logical()).orElse(0);
  }

  private PresetPlan plan(Map<Integer, CpuSet> pins, boolean each) {
    var id = guest.id();
    var groups = new LinkedHashMap<Integer, CpuSet>();
    pins.forEach((vcpu, cpus) ->
        groups.merge(host.nodeOf(cpus.first().orElse(0)).orElse(0), CpuSet.of(vcpu), CpuSet::or));
    var nodes = List.copyOf(groups.keySet());
    var cells = cells(groups, nodes);
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.PinVcpus(id, pins));
    edits.add(new CellEdit.SetCells(id, cells));
    edits.add(new CpuEdit.SetTopology(id, Optional.of(topology(pins, each))));
    var mode =
        guest.wanted().numaTune().memory().map(MemoryBinding::mode).orElse(MemoryMode.STRICT);
    for (int cell = 0; cell < cells.size(); cell++) {
      edits.add(new Edit.BindCell(id, cell, new MemoryBinding(mode, NodeSet.of(nodes.get(cell)))));
    }
    edits.add(new CellEdit.SetDistances(id, distances(nodes)));
    String where = nodes.size() == 1 ? "node " : "nodes ";
    var line =
        new PillLine(
            Tone.GOOD,
            (cells.size() == 1 ? "one cell" : cells.size() + " cells")
                + " as on "
                + where
                + NodeSet.of(nodes.stream().mapToInt(Integer::intValue).toArray()));
    return PresetPlan.of(edits, List.of(line));
  }

  /// Memory is shared by vCPUs, in whole pages; what is left over goes to the last cell.
  private List<GuestCell> cells(Map<Integer, CpuSet> groups, List<Integer> nodes) {
    var domain = guest.wanted();
    long step =
        domain.memoryCells().stream()
            .mapToLong(cell -> domain.stepKib(cell.id()))
            .max()
            .orElse(1024);
    long steps = domain.memoryKib() / step;
    int vcpus = domain.vcpus().maximum();
    var cells = new ArrayList<GuestCell>();
    long left = domain.memoryKib();
    for (int cell = 0; cell < nodes.size(); cell++) {
      var mine = groups.getOrDefault(nodes.get(cell), CpuSet.EMPTY);
      boolean last = cell + 1 == nodes.size();
      long kib = last ? left : Math.max(1, steps * mine.size() / vcpus) * step;
      var old = domain.cell(cell).orElse(new GuestCell(cell, mine, kib));
      cells.add(old.withVcpus(mine).withMemoryKib(kib).withDistances(Map.of()));
      left -= kib;
    }
    return cells;
  }

  private Map<Integer, Map<Integer, Integer>> distances(List<Integer> nodes) {
    var rows = new TreeMap<Integer, Map<Integer, Integer>>();
    if (nodes.size() < 2) {
      return rows;
    }
    for (int from = 0; from < nodes.size(); from++) {
      var row = new TreeMap<Integer, Integer>();
      for (int to = 0; to < nodes.size(); to++) {
        var told = host.distances().between(nodes.get(from), nodes.get(to));
        row.put(to, from == to ? 10 : Math.clamp(told.orElse(20), 11, 255));
      }
      rows.put(from, row);
    }
    return rows;
  }

  /// Sockets, dies and threads as the CPUs have them, where all are alike; else one socket.
  private CpuTopology topology(Map<Integer, CpuSet> pins, boolean each) {
    int vcpus = pins.size();
    if (!each) {
      int cells = (int) pins.values().stream().map(host::nodesOf).distinct().count();
      int sockets = vcpus % cells == 0 ? cells : 1;
      return new CpuTopology(sockets, 1, 1, vcpus / sockets, 1);
    }
    int threads = alike(pins, Core.class);
    int sockets = count(pins, CpuPackage.class);
    boolean even = alike(pins, CpuPackage.class) * sockets == vcpus;
    int kept = even && vcpus / sockets % threads == 0 ? sockets : 1;
    int dies = count(pins, Die.class);
    boolean evenDies =
        dies > sockets
            && dies % kept == 0
            && alike(pins, Die.class) * dies == vcpus
            && vcpus / dies % threads == 0;
    int perSocket = evenDies ? dies / kept : 1;
    return new CpuTopology(kept, perSocket, 1, vcpus / kept / perSocket / threads, threads);
  }

  private <T extends TopologyObject> int count(Map<Integer, CpuSet> pins, Class<T> type) {
    return Math.max(1, sizes(pins, type).size());
  }

  /// How many of the vCPUs are in each object of a kind; 1 where they differ in that.
  private <T extends TopologyObject> int alike(Map<Integer, CpuSet> pins, Class<T> type) {
    var sizes = sizes(pins, type).values().stream().distinct().toList();
    return sizes.size() == 1 ? sizes.getFirst() : 1;
  }

  private <T extends TopologyObject> Map<Integer, Integer> sizes(
      Map<Integer, CpuSet> pins, Class<T> type) {
    var sizes = new TreeMap<Integer, Integer>();
    pins.values()
        .forEach(
            cpus -> cpus.stream().forEach(cpu -> sizes.merge(logical(cpu, type), 1, Integer::sum)));
    return sizes;
  }
}
