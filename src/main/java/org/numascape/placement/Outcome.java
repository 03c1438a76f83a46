package org.numascape.placement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.CellAccess;
import org.numascape.analysis.Estimate;
import org.numascape.analysis.Flow;
import org.numascape.analysis.GuestClass;
import org.numascape.analysis.NodeMemory;
import org.numascape.analysis.PagePool;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.MemorySize;

/// Says what a change brings, from the facts before and after.
record Outcome(Analysis before, Analysis after) {

  /// From this factor on an access counts as far.
  private static final double FAR = 1.5;

  static String name(Analysis facts, DomainId id) {
    return facts.design().guest(id).map(Guest::name).orElse(id.value());
  }

  /// Whom the vCPUs come to lie beside: on the same CPU, on the same core, or on CPUs kept for the
  /// host.
  List<PillLine> neighbours(Map<Integer, List<Item.Vcpu>> landing) {
    var same = new LinkedHashSet<DomainId>();
    var core = new LinkedHashSet<DomainId>();
    landing.forEach((cpu, vcpus) -> {
      others(CpuSet.of(cpu), vcpus).forEach(same::add);
      others(after.host().siblings(cpu), vcpus).forEach(core::add);
    });
    core.removeAll(same);
    var lines = new ArrayList<PillLine>();
    if (!same.isEmpty()) {
      lines.add(new PillLine(tone(same), "shared with " + names(same)));
    }
    if (!core.isEmpty()) {
      lines.add(new PillLine(tone(core), "same core as " + names(core)));
    }
    if (CpuSet.of(landing.keySet()).intersects(after.occupancy().reserved())) {
      lines.add(new PillLine(Tone.CAUTION, "kept for the host"));
    }
    return lines;
  }

  private List<DomainId> others(CpuSet cpus, List<Item.Vcpu> vcpus) {
    return cpus.stream()
        .boxed()
        .flatMap(cpu -> after.occupancy().seatsOn(cpu).stream())
        .filter(seat -> seat.isVcpu() && seat.hold().firm())
        .map(seat -> seat.who().domain())
        .filter(id -> vcpus.stream().noneMatch(vcpu -> vcpu.domain().equals(id)))
        .distinct()
        .toList();
  }

  private Tone tone(Set<DomainId> guests) {
    boolean realTime = guests.stream().anyMatch(id -> after.guestClass(id) == GuestClass.REAL_TIME);
    return realTime ? Tone.BAD : Tone.CAUTION;
  }

  private String names(Set<DomainId> ids) {
    return String.join(", ", ids.stream().map(id -> name(after, id)).toList());
  }

  /// Where accesses of these cells go: one line if all is local, else one for each far cell.
  /// `byMemory` tells from the memory's side where the vCPUs are, else from the vCPUs' side where
  /// the memory is.
  List<PillLine> locality(List<Item.Cell> cells, boolean byMemory) {
    var lines = new ArrayList<PillLine>();
    boolean open = false;
    for (var cell : cells) {
      var access = after.access(cell.domain(), cell.cell());
      access
          .filter(CellAccess::settled)
          .flatMap(found -> far(found, byMemory))
          .ifPresent(lines::add);
      open |= access.filter(found -> found.vcpus() > 0 && !found.settled()).isPresent();
    }
    if (lines.isEmpty() && !cells.isEmpty()) {
      String unsettled = byMemory ? "vCPUs not pinned to one node" : "memory not bound to one node";
      lines.add(open ? new PillLine(Tone.PLAIN, unsettled) : new PillLine(Tone.GOOD, "local"));
    }
    return lines.stream().distinct().toList();
  }

  private static Optional<PillLine> far(CellAccess access, boolean byMemory) {
    return access.remote().stream().findFirst().map(flow -> line(access, flow, byMemory));
  }

  private static PillLine line(CellAccess access, Flow flow, boolean byMemory) {
    String who = byMemory ? "vCPUs on node " + flow.fromNode() : "memory on node " + flow.toNode();
    double remote = 1 - access.localShare();
    String part = remote > 0.995 ? "" : percent(remote) + " remote, ";
    OptionalInt distance = flow.distance();
    String far = distance.isPresent() ? ": distance " + distance.getAsInt() + ", " : ": ";
    Tone tone = access.estimate().factor() >= FAR ? Tone.BAD : Tone.CAUTION;
    return new PillLine(tone, part + who + far + "≈ " + Estimate.times(flow.factor()));
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  /// Whether settled accesses of these cells leave their node.
  boolean remote(List<Item.Cell> cells) {
    return cells.stream()
        .flatMap(cell -> after.access(cell.domain(), cell.cell()).stream())
        .anyMatch(access -> access.settled() && access.localShare() < 1);
  }

  /// What moving the other half along leads to, where that makes all of it local.
  Optional<PillLine> promise(List<Item.Cell> cells, boolean byVcpus) {
    if (remote(cells)) {
      return Optional.empty();
    }
    String half = byVcpus ? "the cell" : "its vCPUs";
    var trouble = budgets();
    String text = "Ctrl: move " + half + " along → 100 % local";
    return Optional.of(
        trouble.isEmpty()
            ? new PillLine(Tone.GOOD, text)
            : new PillLine(Tone.CAUTION, text + ", but " + trouble.getFirst().text()));
  }

  /// What becomes too small, or smaller still: pools and nodes.
  List<PillLine> budgets() {
    var lines = new ArrayList<PillLine>();
    for (var pool : after.hugePages().all()) {
      long was =
          before.hugePages().pool(pool.node(), pool.size()).map(PagePool::shortfall).orElse(0L);
      if (pool.shortfall() > was) {
        String pages = String.format(Locale.ROOT, "%,d", pool.shortfall());
        lines.add(
            new PillLine(Tone.BAD, pages + " × " + pool.size() + " short on node " + pool.node()));
      }
    }
    for (var node : after.memory().nodes().values()) {
      long was = before.memory().node(node.node()).map(NodeMemory::overKib).orElse(0L);
      if (node.overKib() > was) {
        lines.add(
            new PillLine(
                Tone.BAD,
                "node "
                    + node.node()
                    + " lacks "
                    + MemorySize.ofKib(node.overKib())
                    + " of memory"));
      }
    }
    return lines;
  }
}
