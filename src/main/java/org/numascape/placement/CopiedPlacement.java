package org.numascape.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.numascape.analysis.Analysis;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.design.PinText;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;

/// Where one guest is, to be given to others: on the same CPUs and nodes, or at the same places
/// from another node on. CPUs and nodes are OS indexes.
///
/// @param guest whose it was
/// @param pins by vCPU
/// @param emulator of the emulator threads
/// @param ioThreads by id
/// @param memory how its memory is bound
public record CopiedPlacement(
    String guest,
    Map<Integer, CpuSet> pins,
    Optional<CpuSet> emulator,
    Map<Integer, CpuSet> ioThreads,
    NumaTune memory) {

  /// Copies the maps.
  public CopiedPlacement {
    pins = Map.copyOf(pins);
    ioThreads = Map.copyOf(ioThreads);
  }

  /// What a paste comes to.
  public sealed interface Pasted {
    /// It can be done, as one step of undo.
    record Plan(DropPlan plan) implements Pasted {}

    /// It cannot be done.
    record Refused(String why) implements Pasted {}
  }

  /// The placement of a guest; empty where it has none.
  public static Optional<CopiedPlacement> of(Guest guest) {
    var domain = guest.wanted();
    var io = new TreeMap<Integer, CpuSet>();
    domain.ioThreads().forEach(one -> one.pin().ifPresent(pin -> io.put(one.id(), pin)));
    boolean nothing =
        domain.vcpuPins().isEmpty()
            && domain.emulatorPin().isEmpty()
            && io.isEmpty()
            && domain.numaTune().equals(NumaTune.NONE);
    return nothing
        ? Optional.empty()
        : Optional.of(
            new CopiedPlacement(
                guest.name(), domain.vcpuPins(), domain.emulatorPin(), io, domain.numaTune()));
  }

  /// Gives it to these guests, on the same CPUs and nodes. What a guest does not have, such as
  /// further vCPUs, is left out; what was not placed in the copy is left as it is.
  public Pasted onto(Analysis facts, Collection<DomainId> guests) {
    return pasted(facts, guests, this);
  }

  /// The same at the same places from a node on: the first node it uses becomes this one, the
  /// second the next, each CPU the same thread of the same core.
  public Pasted onto(Analysis facts, Collection<DomainId> guests, int node) {
    try {
      return pasted(facts, guests, movedTo(facts.host(), node));
    } catch (IllegalStateException tooSmall) {
      return new Pasted.Refused(String.valueOf(tooSmall.getMessage()));
    }
  }

  /// The nodes it uses, by its CPUs and its memory.
  private NodeSet nodes(HostTopology host) {
    var cpus = pins.values().stream().reduce(CpuSet.EMPTY, CpuSet::or);
    var bound =
        memory.cells().values().stream()
            .map(MemoryBinding::nodes)
            .reduce(NodeSet.EMPTY, NodeSet::or);
    return host.nodesOf(cpus)
        .or(bound)
        .or(memory.memory().map(MemoryBinding::nodes).orElse(NodeSet.EMPTY));
  }

  private CopiedPlacement movedTo(HostTopology host, int node) {
    var all = List.copyOf(host.nodes().keySet());
    var from = nodes(host).stream().boxed().toList();
    var to = new LinkedHashMap<Integer, Integer>();
    for (int one : from) {
      int at = all.indexOf(node) + to.size();
      if (at >= all.size()) {
        throw new IllegalStateException(
            guest
                + " uses "
                + from.size()
                + " nodes, and there are fewer from node "
                + node
                + " on");
      }
      to.put(one, all.get(at));
    }
    var grid = new CpuGrid(host);
    var moved = new TreeMap<Integer, CpuSet>();
    pins.forEach((vcpu, cpus) -> moved.put(vcpu, moved(host, grid, to, cpus)));
    var threads = new TreeMap<Integer, CpuSet>();
    ioThreads.forEach((id, cpus) -> threads.put(id, moved(host, grid, to, cpus)));
    var rules = new TreeMap<Integer, MemoryBinding>();
    memory.cells().forEach((cell, rule) -> rules.put(cell, moved(to, rule)));
    return new CopiedPlacement(
        guest,
        moved,
        emulator.map(cpus -> moved(host, grid, to, cpus)),
        threads,
        new NumaTune(memory.memory().map(rule -> moved(to, rule)), memory.automatic(), rules));
  }

  /// Threads that serve the guest may run on nodes it does not use; there they stay.
  private static CpuSet moved(
      HostTopology host, CpuGrid grid, Map<Integer, Integer> to, CpuSet cpus) {
    var found = new ArrayList<Integer>();
    for (int cpu : cpus.stream().toArray()) {
      OptionalInt home = host.nodeOf(cpu);
      Integer goal = home.isPresent() ? to.get(home.getAsInt()) : null;
      if (goal == null) {
        found.add(cpu);
        continue;
      }
      found.add(
          grid.onNode(cpu, goal)
              .orElseThrow(() ->
                  new IllegalStateException(
                      "node " + goal + " has no CPU at the place of CPU " + cpu)));
    }
    return CpuSet.of(found);
  }

  private static MemoryBinding moved(Map<Integer, Integer> to, MemoryBinding rule) {
    return new MemoryBinding(
        rule.mode(),
        NodeSet.of(
            rule.nodes().stream().map(node -> to.getOrDefault(node, node)).boxed().toList()));
  }

  private Pasted pasted(Analysis facts, Collection<DomainId> guests, CopiedPlacement placement) {
    var targets = guests.stream().flatMap(id -> facts.design().guest(id).stream()).toList();
    if (targets.isEmpty()) {
      return new Pasted.Refused(
          "select a virtual machine to give the placement of " + guest + " to");
    }
    var edits = new ArrayList<Edit>();
    targets.forEach(target -> edits.addAll(placement.edits(target)));
    String names = String.join(", ", targets.stream().map(Guest::name).toList());
    var edit = new Edit.Together("Place " + names + " like " + guest, edits);
    var design = edit.applyTo(facts.design());
    if (design.equals(facts.design())) {
      return new Pasted.Refused(names + " is placed like that already");
    }
    var landing = new TreeMap<Integer, List<Item.Vcpu>>();
    targets.forEach(target -> placement.land(target, landing));
    var outcome = new Outcome(facts, facts.after(design));
    var lines = new ArrayList<>(outcome.neighbours(landing));
    var cells =
        targets.stream()
            .flatMap(target ->
                target.wanted().memoryCells().stream()
                    .map(cell -> new Item.Cell(target.id(), cell.id())))
            .toList();
    lines.addAll(outcome.locality(cells, false));
    lines.addAll(outcome.budgets());
    return new Pasted.Plan(new DropPlan(edit, lines, landing));
  }

  private List<Edit> edits(Guest target) {
    var domain = target.wanted();
    var edits = new ArrayList<Edit>();
    var known = new TreeMap<Integer, CpuSet>();
    pins.forEach((vcpu, cpus) -> {
      if (vcpu < domain.vcpus().maximum()) {
        known.put(vcpu, cpus);
      }
    });
    if (!known.isEmpty()) {
      edits.add(new Edit.PinVcpus(target.id(), known));
    }
    emulator.ifPresent(cpus -> edits.add(new Edit.PinEmulator(target.id(), Optional.of(cpus))));
    domain.ioThreads().stream()
        .filter(io -> ioThreads.containsKey(io.id()))
        .forEach(io ->
            edits.add(
                new Edit.PinIoThread(
                    target.id(), io.id(), Optional.ofNullable(ioThreads.get(io.id())))));
    domain.memoryCells().stream()
        .map(cell -> cell.id())
        .forEach(cell ->
            memory
                .bindingOf(cell)
                .ifPresent(rule -> edits.add(new Edit.BindCell(target.id(), cell, rule))));
    return edits;
  }

  private void land(Guest target, Map<Integer, List<Item.Vcpu>> landing) {
    pins.forEach((vcpu, cpus) -> {
      if (cpus.size() == 1 && vcpu < target.wanted().vcpus().maximum()) {
        landing
            .computeIfAbsent(cpus.last(), cpu -> new ArrayList<>())
            .add(new Item.Vcpu(target.id(), vcpu));
      }
    });
  }

  /// The pins as lines a person can paste into any text: `0-3: 8,40,9,41`.
  public String text() {
    return PinText.format(pins);
  }
}
