package org.numascape.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Landing;
import org.numascape.analysis.Seat;
import org.numascape.analysis.Spread;
import org.numascape.analysis.ThreadPolicy;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// A drop in the making: each thing dragged is placed in the design that those before it lead to.
final class Drop {

  private static final Comparator<ThreadPolicy> ISOLATED_FIRST =
      Comparator.comparing((ThreadPolicy policy) -> policy != ThreadPolicy.ISOLATE)
          .thenComparing(policy -> policy);

  private final Analysis before;
  private final Target target;
  private final DropWay way;
  private final List<Edit> edits = new ArrayList<>();
  private final List<PillLine> lines = new ArrayList<>();
  private final Map<Integer, List<Item.Vcpu>> landing = new TreeMap<>();
  private Design design;
  private Analysis latest;

  Drop(Analysis facts, Target target, DropWay way) {
    this.before = facts;
    this.target = target;
    this.way = way;
    this.design = facts.design();
    this.latest = facts;
  }

  /// What the drop does by itself: a lone vCPU on one of its own guest changes places with it.
  Optional<DropPlan> plan(List<? extends Item> dragged) {
    var swap = way.along() ? Optional.<DropPlan>empty() : swap(dragged);
    return swap.or(() -> shared(dragged));
  }

  /// The same, where nobody is moved away.
  Optional<DropPlan> shared(List<? extends Item> dragged) {
    boolean along = way.along();
    var touched = place(dragged);
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    boolean byMemory =
        of(dragged, Item.Vcpu.class).isEmpty() && !of(dragged, Item.Cell.class).isEmpty();
    boolean half = of(dragged, Item.WholeGuest.class).isEmpty();
    var outcome = new Outcome(before, now());
    lines.addAll(outcome.neighbours(landing));
    lines.addAll(outcome.locality(touched, byMemory));
    lines.addAll(outcome.budgets());
    if (!along && half && outcome.remote(touched)) {
      withCtrl(dragged).promise(touched, !byMemory).ifPresent(lines::add);
    }
    return Optional.of(new DropPlan(edit(DropLabel.of(before, dragged, target)), lines, landing));
  }

  /// Places everything and returns the cells whose accesses it changes.
  private List<Item.Cell> place(List<? extends Item> dragged) {
    boolean along = way.along();
    var guests = of(dragged, Item.WholeGuest.class);
    var parts = dragged.stream().filter(item -> !partOf(guests, item)).toList();
    var cells = of(parts, Item.Cell.class);
    var vcpus = of(parts, Item.Vcpu.class);
    guests.forEach(this::guest);
    var moved = new LinkedHashSet<>(vcpus);
    if (along) {
      cells.forEach(cell -> moved.addAll(vcpusOf(cell)));
    }
    spread(List.copyOf(moved));
    cells.forEach(cell -> bind(cell, nodes(cell, vcpus)));
    if (along) {
      cellsOf(vcpus).forEach(this::follow);
    }
    of(parts, Item.Emulator.class).forEach(this::thread);
    of(parts, Item.IoThread.class).forEach(this::thread);
    var touched = new LinkedHashSet<>(cells);
    touched.addAll(cellsOf(List.copyOf(moved)));
    guests.forEach(guest -> touched.addAll(cellsOf(guest)));
    return List.copyOf(touched);
  }

  /// Whether a guest that is carried as a whole brings this anyway.
  private static boolean partOf(List<Item.WholeGuest> guests, Item item) {
    return item instanceof Item.OfGuest part
        && !(part instanceof Item.WholeGuest)
        && !(part instanceof Item.Emulator)
        && !(part instanceof Item.IoThread)
        && guests.contains(new Item.WholeGuest(part.domain()));
  }

  /// What comes of the same drop with Ctrl held.
  private Outcome withCtrl(List<? extends Item> dragged) {
    var other = new Drop(before, target, way.bringingAlong());
    other.place(dragged);
    return new Outcome(before, other.now());
  }

  private Optional<DropPlan> swap(List<? extends Item> dragged) {
    return dragged.size() == 1
            && target.cpus().size() == 1
            && dragged.getFirst() instanceof Item.Vcpu vcpu
        ? Swap.withinGuest(before, vcpu, target.cpus().last())
        : Optional.empty();
  }

  Optional<DropPlan> addNode(Item.Cell cell) {
    if (target.nodes().isEmpty() || before.memoryOf(cell.domain(), cell.cell()).isEmpty()) {
      return Optional.empty();
    }
    bind(cell, binding(cell).nodes().or(target.nodes()));
    var outcome = new Outcome(before, now());
    lines.addAll(outcome.locality(List.of(cell), true));
    lines.addAll(outcome.budgets());
    return Optional.of(
        new DropPlan(edit("Spread " + DropLabel.words(before, cell)), lines, landing));
  }

  private Analysis now() {
    if (!latest.design().equals(design)) {
      latest = before.after(design);
    }
    return latest;
  }

  private void apply(Edit edit) {
    edits.add(edit);
    design = edit.applyTo(design);
  }

  private Edit edit(String label) {
    return edits.size() == 1 ? edits.getFirst() : new Edit.Together(label, edits);
  }

  private static <T> List<T> of(List<? extends Item> items, Class<T> type) {
    return items.stream().filter(type::isInstance).map(type::cast).distinct().toList();
  }

  private void spread(List<Item.Vcpu> vcpus) {
    var known = vcpus.stream().filter(v -> before.occupancy().seat(v).isPresent()).toList();
    var landings = new ArrayList<Landing>();
    byPolicy(known)
        .forEach((policy, some) -> {
          var landing = Spread.onto(now(), some, target.cpus(), policy);
          landing.edits().forEach(this::apply);
          landings.add(landing);
        });
    landings.stream().reduce(Landing::and).ifPresent(all -> land(all, known.size()));
  }

  /// Those that spread alike, in the order they were picked; those that isolate first, as cores
  /// that are free as a whole get fewer.
  private Map<ThreadPolicy, List<Item.Vcpu>> byPolicy(List<Item.Vcpu> vcpus) {
    var found = new TreeMap<ThreadPolicy, List<Item.Vcpu>>(ISOLATED_FIRST);
    for (var vcpu : vcpus) {
      var policy =
          design
              .guest(vcpu.domain())
              .map(guest -> way.policy().in(before.host(), guest))
              .orElse(ThreadPolicy.ANY);
      found.computeIfAbsent(policy, p -> new ArrayList<>()).add(vcpu);
    }
    return found;
  }

  private void land(Landing found, int wanted) {
    note(found);
    if (!found.pins().isEmpty()) {
      Fit.line(found, wanted).ifPresent(lines::add);
    }
  }

  /// A guest goes to one node where it fits, else cell by cell to nodes where each fits, else to
  /// the target as a whole.
  private void guest(Item.WholeGuest guest) {
    var plan = GuestPlan.of(now(), guest.domain(), target, way);
    plan.edits().forEach(this::apply);
    note(plan.landing());
    lines.addAll(plan.lines());
  }

  private void note(Landing found) {
    found
        .byCpu()
        .forEach((cpu, list) -> landing.computeIfAbsent(cpu, c -> new ArrayList<>()).addAll(list));
  }

  private void bind(Item.Cell cell, NodeSet nodes) {
    if (!nodes.isEmpty() && before.memoryOf(cell.domain(), cell.cell()).isPresent()) {
      apply(
          new Edit.BindCell(
              cell.domain(), cell.cell(), new MemoryBinding(binding(cell).mode(), nodes)));
    }
  }

  private MemoryBinding binding(Item.Cell cell) {
    return design
        .guest(cell.domain())
        .flatMap(guest -> guest.wanted().numaTune().bindingOf(cell.cell()))
        .orElse(new MemoryBinding(MemoryMode.STRICT, NodeSet.EMPTY));
  }

  /// Where a cell's memory goes. Dragged together with the vCPUs that run on one of its nodes, only
  /// that node is changed for another.
  private NodeSet nodes(Item.Cell cell, List<Item.Vcpu> vcpus) {
    var goal = node(cell);
    var bound = binding(cell).nodes();
    var cpus =
        vcpus.stream()
            .filter(vcpu -> vcpu.domain().equals(cell.domain()))
            .flatMap(vcpu -> before.occupancy().seat(vcpu).stream())
            .filter(seat -> seat.hold().pinned())
            .map(Seat::cpus)
            .reduce(CpuSet.EMPTY, CpuSet::or);
    var from = before.host().nodesOf(cpus);
    boolean slice = bound.size() > 1 && from.size() == 1 && bound.containsAll(from);
    return slice && !goal.isEmpty() ? bound.minus(from).or(goal) : goal;
  }

  /// The one node of the target that suits a cell: where its vCPUs are, else the first with room,
  /// else the first.
  private NodeSet node(Item.Cell cell) {
    var home = before.home(cell.domain(), cell.cell()).filter(target.nodes()::contains);
    if (home.isPresent()) {
      return NodeSet.of(home.get());
    }
    var share = before.memoryOf(cell.domain(), cell.cell());
    return target.nodes().stream()
        .filter(node -> share.filter(some -> before.takes(some, node)).isPresent())
        .mapToObj(NodeSet::of)
        .findFirst()
        .or(() -> target.nodes().stream().mapToObj(NodeSet::of).findFirst())
        .orElse(NodeSet.EMPTY);
  }

  /// Moves a cell's memory to the nodes its vCPUs have come to.
  private void follow(Item.Cell cell) {
    var cpus =
        design.guest(cell.domain()).stream()
            .flatMap(guest ->
                vcpusOf(cell).stream()
                    .flatMap(vcpu -> guest.wanted().affinity(vcpu.vcpu()).stream()))
            .reduce(CpuSet.EMPTY, CpuSet::or);
    bind(cell, design.host().nodesOf(cpus));
  }

  private List<Item.Vcpu> vcpusOf(Item.Cell cell) {
    return design.guest(cell.domain()).stream()
        .flatMap(guest -> guest.wanted().memoryCells().stream())
        .filter(one -> one.id() == cell.cell())
        .flatMap(one -> one.vcpus().stream().boxed())
        .map(vcpu -> new Item.Vcpu(cell.domain(), vcpu))
        .filter(vcpu -> before.occupancy().seat(vcpu).isPresent())
        .toList();
  }

  private List<Item.Cell> cellsOf(List<Item.Vcpu> vcpus) {
    return vcpus.stream()
        .flatMap(vcpu ->
            design.guest(vcpu.domain()).stream()
                .flatMap(guest -> guest.wanted().memoryCells().stream())
                .filter(cell -> cell.vcpus().contains(vcpu.vcpu()))
                .map(cell -> new Item.Cell(vcpu.domain(), cell.id())))
        .distinct()
        .toList();
  }

  private List<Item.Cell> cellsOf(Item.WholeGuest guest) {
    return design.guest(guest.domain()).stream()
        .flatMap(found -> found.wanted().memoryCells().stream())
        .map(cell -> new Item.Cell(guest.domain(), cell.id()))
        .toList();
  }

  private void thread(Item.OfGuest who) {
    if (before.occupancy().seat(who).isEmpty()) {
      return;
    }
    var cpus = ThreadCpus.of(before, target);
    if (cpus.isEmpty()) {
      return;
    }
    switch (who) {
      case Item.Emulator(var id) -> apply(new Edit.PinEmulator(id, Optional.of(cpus)));
      case Item.IoThread(var id, int thread) ->
          apply(new Edit.PinIoThread(id, thread, Optional.of(cpus)));
      case Item.WholeGuest w -> {}
      case Item.Vcpu v -> {}
      case Item.Cell c -> {}
      case Item.Device d -> {}
    }
    lines.addAll(ThreadCpus.lines(before, who, cpus));
  }
}
