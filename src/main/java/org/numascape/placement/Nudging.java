package org.numascape.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Hold;
import org.numascape.analysis.Seat;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// A [Nudge] in the making.
final class Nudging {
  private final Analysis facts;
  private final CpuGrid grid;
  private final Nudge.Step step;
  private final int way;

  Nudging(Analysis facts, Nudge.Step step, int way) {
    this.facts = facts;
    this.grid = new CpuGrid(facts.host());
    this.step = step;
    this.way = way;
  }

  Nudge of(Collection<? extends Item> items) {
    var seats =
        items.stream()
            .flatMap(this::threads)
            .distinct()
            .flatMap(who -> facts.occupancy().seat(who).stream())
            .filter(seat -> seat.hold().pinned() && ownPin(seat.who()))
            .toList();
    var cells =
        step == Nudge.Step.NODE
            ? items.stream().flatMap(this::cells).distinct().toList()
            : List.<Item.Cell>of();
    var edits = new ArrayList<Edit>();
    var landing = new TreeMap<Integer, List<Item.Vcpu>>();
    vcpus(seats, edits, landing);
    seats.forEach(seat -> thread(seat).ifPresent(edits::add));
    cells.forEach(cell -> bind(cell).ifPresent(edits::add));
    if (edits.isEmpty()) {
      return new Nudge.Refused(
          step == Nudge.Step.NODE
              ? "nothing of the selection is pinned or bound"
              : "nothing of the selection is pinned");
    }
    return new Nudge.Moved(plan(seats, cells, edits, landing));
  }

  private Stream<Item.OfGuest> threads(Item item) {
    return switch (item) {
      case Item.WholeGuest(var id) ->
          facts.occupancy().seats().stream().map(Seat::who).filter(who -> who.domain().equals(id));
      case Item.Vcpu vcpu -> Stream.of(vcpu);
      case Item.Emulator emulator -> Stream.of(emulator);
      case Item.IoThread thread -> Stream.of(thread);
      case Item.Cell cell -> Stream.empty();
      case Item.Device device -> Stream.empty();
      case Item.OnHost on -> Stream.empty();
      case Item.NodeMemory memory -> Stream.empty();
    };
  }

  /// A thread that only follows the guest's cpuset has nothing of its own to move.
  private boolean ownPin(Item.OfGuest who) {
    var domain = facts.design().guest(who.domain()).orElseThrow().wanted();
    return switch (who) {
      case Item.Vcpu(_, int vcpu) -> domain.vcpuPins().containsKey(vcpu);
      case Item.Emulator _ -> domain.emulatorPin().isPresent();
      case Item.IoThread(_, int thread) ->
          domain.ioThreads().stream().anyMatch(io -> io.id() == thread && io.pin().isPresent());
      case Item.Cell _ -> false;
      case Item.Device _ -> false;
      case Item.WholeGuest _ -> false;
    };
  }

  private Stream<Item.Cell> cells(Item item) {
    return switch (item) {
      case Item.Cell cell -> Stream.of(cell);
      case Item.WholeGuest(var id) ->
          facts.design().guest(id).stream()
              .flatMap(guest -> guest.wanted().memoryCells().stream())
              .map(cell -> new Item.Cell(id, cell.id()));
      case Item.OfGuest other -> Stream.empty();
      case Item.OnHost on -> Stream.empty();
      case Item.NodeMemory memory -> Stream.empty();
    };
  }

  private void vcpus(List<Seat> seats, List<Edit> edits, Map<Integer, List<Item.Vcpu>> landing) {
    var pins = new LinkedHashMap<DomainId, Map<Integer, CpuSet>>();
    for (var seat : seats) {
      if (seat.who() instanceof Item.Vcpu(var id, int vcpu)) {
        pins.computeIfAbsent(id, d -> new TreeMap<>()).put(vcpu, moved(seat.cpus()));
      }
    }
    pins.forEach((id, own) -> {
      own.putAll(displaced(id, own));
      own.forEach((vcpu, cpus) -> {
        if (cpus.size() == 1) {
          landing.computeIfAbsent(cpus.last(), c -> new ArrayList<>()).add(new Item.Vcpu(id, vcpu));
        }
      });
      edits.add(new Edit.PinVcpus(id, own));
    });
  }

  /// Others of the guest that sit exactly where some have come to, on what these have left.
  private Map<Integer, CpuSet> displaced(DomainId id, Map<Integer, CpuSet> moved) {
    var left = new TreeSet<Integer>();
    var taken = new LinkedHashSet<Integer>();
    moved.forEach((vcpu, cpus) -> {
      if (cpus.size() == 1) {
        taken.add(cpus.last());
        facts.occupancy().seat(new Item.Vcpu(id, vcpu)).stream()
            .filter(seat -> seat.hold() == Hold.EXACT)
            .forEach(seat -> left.add(seat.cpus().last()));
      }
    });
    left.removeAll(taken);
    var found = new HashMap<Integer, CpuSet>();
    for (int cpu : taken) {
      for (var other : facts.occupancy().vcpusOn(cpu)) {
        if (other.domain().equals(id) && !moved.containsKey(other.vcpu()) && !left.isEmpty()) {
          found.put(other.vcpu(), CpuSet.of(left.removeFirst()));
        }
      }
    }
    return found;
  }

  private Optional<Edit> thread(Seat seat) {
    return switch (seat.who()) {
      case Item.Emulator(var id) ->
          Optional.of(new Edit.PinEmulator(id, Optional.of(moved(seat.cpus()))));
      case Item.IoThread(var id, int thread) ->
          Optional.of(new Edit.PinIoThread(id, thread, Optional.of(moved(seat.cpus()))));
      case Item.OfGuest other -> Optional.empty();
    };
  }

  private Optional<Edit> bind(Item.Cell cell) {
    return facts
        .design()
        .guest(cell.domain())
        .flatMap(guest -> guest.wanted().numaTune().bindingOf(cell.cell()))
        .map(rule ->
            new Edit.BindCell(
                cell.domain(),
                cell.cell(),
                new MemoryBinding(rule.mode(), movedNodes(rule.nodes()))));
  }

  private CpuSet moved(CpuSet cpus) {
    return CpuSet.of(cpus.stream().map(cpu -> next(cpu)).boxed().toList());
  }

  private int next(int cpu) {
    OptionalInt found =
        switch (step) {
          case PU -> grid.nextPu(cpu, way);
          case CORE -> grid.nextCore(cpu, way);
          case NODE -> grid.nextNode(cpu, way);
        };
    return found.orElseThrow(() -> end("CPU " + cpu));
  }

  private NodeSet movedNodes(NodeSet nodes) {
    var all = List.copyOf(facts.host().nodes().keySet());
    return NodeSet.of(
        nodes.stream()
            .map(node -> {
              int at = all.indexOf(node) + way;
              if (at < 0 || at >= all.size()) {
                throw end("node " + node);
              }
              return all.get(at);
            })
            .boxed()
            .toList());
  }

  private IllegalStateException end(String where) {
    String what =
        switch (step) {
          case PU -> "CPU";
          case CORE -> "core";
          case NODE -> "node with this place";
        };
    return new IllegalStateException(
        "there is no " + what + (way > 0 ? " after " : " before ") + where);
  }

  private DropPlan plan(
      List<Seat> seats,
      List<Item.Cell> cells,
      List<Edit> edits,
      Map<Integer, List<Item.Vcpu>> landing) {
    int count = seats.size() + cells.size();
    String what =
        count == 1
            ? DropLabel.words(facts, seats.isEmpty() ? cells.getFirst() : seats.getFirst().who())
            : count + " pins";
    String to =
        switch (step) {
          case PU -> "CPU";
          case CORE -> "core";
          case NODE -> "node";
        };
    var edit =
        new Edit.Together(
            "Nudge " + what + " to the " + (way > 0 ? "next " : "previous ") + to, edits);
    var outcome = new Outcome(facts, facts.after(edit.applyTo(facts.design())));
    var lines = new ArrayList<>(outcome.neighbours(landing));
    lines.addAll(outcome.locality(touched(seats, cells), false));
    lines.addAll(outcome.budgets());
    return new DropPlan(edit, lines, landing);
  }

  private List<Item.Cell> touched(List<Seat> seats, List<Item.Cell> cells) {
    var found = new LinkedHashSet<>(cells);
    for (var seat : seats) {
      if (seat.who() instanceof Item.Vcpu(var id, int vcpu)) {
        facts.design().guest(id).stream()
            .flatMap(guest -> guest.wanted().memoryCells().stream())
            .filter(cell -> cell.vcpus().contains(vcpu))
            .forEach(cell -> found.add(new Item.Cell(id, cell.id())));
      }
    }
    return List.copyOf(found);
  }
}
