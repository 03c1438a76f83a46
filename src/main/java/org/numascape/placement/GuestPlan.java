package org.numascape.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Landing;
import org.numascape.analysis.MemoryShare;
import org.numascape.analysis.Spread;
import org.numascape.analysis.ThreadPolicy;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// Where a whole guest would go.
///
/// @param edits pins and bindings
/// @param landing where its vCPUs come to lie
/// @param lines what to say about it
record GuestPlan(List<Edit> edits, Landing landing, List<PillLine> lines) {

  private static final Landing NOWHERE = new Landing(Map.of(), 0, 0, 0, List.of());

  /// To one node of the target where vCPUs and memory fit; else each cell to a node where it fits;
  /// else, unless its cells are to be kept, the guest is split into cells that each fit a node;
  /// else the vCPUs go over all of the target, and the memory over the nodes they come to.
  static GuestPlan of(Analysis facts, DomainId id, Target target, DropWay way) {
    return facts
        .design()
        .guest(id)
        .map(guest -> of(facts, guest, target, way))
        .orElse(new GuestPlan(List.of(), NOWHERE, List.of()));
  }

  private static GuestPlan of(Analysis facts, Guest guest, Target target, DropWay way) {
    var policy = way.policy().in(facts.host(), guest);
    var empty = facts.after(facts.design().withDomain(guest.id(), GuestPlan::unplaced));
    var cells = guest.wanted().memoryCells();
    var kept =
        together(empty, guest, cells, target, policy)
            .or(() -> apart(empty, guest, cells, target, policy));
    if (kept.isPresent()) {
      return kept.get();
    }
    var split = GuestSplit.of(empty, guest, target, policy);
    return way.whole() || split.isEmpty()
        ? over(empty, guest, cells, target, policy)
            .and(split.map(parts -> new PillLine(Tone.PLAIN, "without Shift: " + parts.words())))
        : split.get().plan();
  }

  private GuestPlan and(Optional<PillLine> more) {
    var all = new ArrayList<>(lines);
    more.ifPresent(all::add);
    return new GuestPlan(edits, landing, all);
  }

  private static Domain unplaced(Domain domain) {
    return domain.withVcpuPins(Map.of()).withNumaTune(NumaTune.NONE);
  }

  /// The first node that takes everything.
  private static Optional<GuestPlan> together(
      Analysis facts, Guest guest, List<GuestCell> cells, Target target, ThreadPolicy policy) {
    return target.nodes().stream()
        .boxed()
        .flatMap(node -> {
          var below = cpus(facts, target, node);
          var landing = Spread.onto(facts, vcpus(facts, guest, cells), below, policy);
          return landing.fits() && takesAll(facts, guest, cells, node)
              ? Stream.of(plan(guest, cells, landing, NodeSet.of(node)))
              : Stream.empty();
        })
        .findFirst();
  }

  private static boolean takesAll(Analysis facts, Guest guest, List<GuestCell> cells, int node) {
    long kib = cells.stream().mapToLong(GuestCell::memoryKib).sum();
    return facts
        .memoryOf(guest.id(), cells.getFirst().id())
        .map(s -> new MemoryShare(s.domain(), s.cell(), kib, s.mode(), s.pages(), false))
        .filter(all -> facts.takes(all, node))
        .isPresent();
  }

  private static CpuSet cpus(Analysis facts, Target target, int node) {
    return target.nodes().size() == 1
        ? target.cpus()
        : target.cpus().and(facts.host().cpusOf(node));
  }

  private static GuestPlan plan(
      Guest guest, List<GuestCell> cells, Landing landing, NodeSet nodes) {
    var edits = new ArrayList<>(landing.edits());
    cells.forEach(cell -> edits.add(bind(guest, cell, nodes)));
    var lines = new ArrayList<PillLine>();
    Fit.line(landing, landing.pins().size() + landing.leftover().size()).ifPresent(lines::add);
    return new GuestPlan(edits, landing, lines);
  }

  private static Edit bind(Guest guest, GuestCell cell, NodeSet nodes) {
    var mode =
        guest
            .wanted()
            .numaTune()
            .bindingOf(cell.id())
            .map(MemoryBinding::mode)
            .orElse(MemoryMode.STRICT);
    return new Edit.BindCell(guest.id(), cell.id(), new MemoryBinding(mode, nodes));
  }

  /// Each cell in turn to the first node that takes it beside those before it.
  static Optional<GuestPlan> apart(
      Analysis facts, Guest guest, List<GuestCell> cells, Target target, ThreadPolicy policy) {
    if (cells.size() < 2 || target.nodes().size() < 2) {
      return Optional.empty();
    }
    var edits = new ArrayList<Edit>();
    Map<Item.Vcpu, CpuSet> pins = new LinkedHashMap<>();
    var used = NodeSet.EMPTY;
    var now = facts;
    for (var cell : cells) {
      var step = together(now, guest, List.of(cell), target, policy);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(step.get().edits());
      pins.putAll(step.get().landing().pins());
      Design next = now.design();
      for (var edit : step.get().edits()) {
        next = edit.applyTo(next);
      }
      now = now.after(next);
      used = used.or(now.host().nodesOf(cpusOf(step.get().landing())));
    }
    var line = new PillLine(Tone.GOOD, "one cell after the other over nodes " + used);
    return Optional.of(
        new GuestPlan(edits, new Landing(pins, pins.size(), 0, 0, List.of()), List.of(line)));
  }

  private static GuestPlan over(
      Analysis facts, Guest guest, List<GuestCell> cells, Target target, ThreadPolicy policy) {
    var landing = Spread.onto(facts, vcpus(facts, guest, cells), target.cpus(), policy);
    var reached = facts.host().nodesOf(cpusOf(landing));
    var nodes = target.nodes().size() == 1 || reached.isEmpty() ? target.nodes() : reached;
    var plan = plan(guest, cells, landing, nodes);
    if (nodes.size() < 2) {
      return plan;
    }
    var edits = new ArrayList<>(landing.edits());
    cells.forEach(cell -> edits.add(bind(guest, cell, nodesOf(facts, landing, cell, nodes))));
    var lines = new ArrayList<PillLine>();
    lines.add(new PillLine(Tone.CAUTION, "does not fit one node: spread over nodes " + nodes));
    lines.addAll(plan.lines());
    return new GuestPlan(edits, landing, lines);
  }

  /// The nodes a cell's vCPUs come to; all of them for a cell without vCPUs.
  private static NodeSet nodesOf(
      Analysis facts, Landing landing, GuestCell cell, NodeSet otherwise) {
    var cpus =
        landing.pins().entrySet().stream()
            .filter(pin -> cell.vcpus().contains(pin.getKey().vcpu()))
            .map(Map.Entry::getValue)
            .reduce(CpuSet.EMPTY, CpuSet::or);
    var nodes = facts.host().nodesOf(cpus);
    return nodes.isEmpty() ? otherwise : nodes;
  }

  private static CpuSet cpusOf(Landing landing) {
    return landing.pins().values().stream().reduce(CpuSet.EMPTY, CpuSet::or);
  }

  private static List<Item.Vcpu> vcpus(Analysis facts, Guest guest, List<GuestCell> cells) {
    return cells.stream()
        .flatMap(cell -> cell.vcpus().stream().boxed())
        .map(vcpu -> new Item.Vcpu(guest.id(), vcpu))
        .filter(vcpu -> facts.occupancy().seat(vcpu).isPresent())
        .toList();
  }
}
