package org.numascape.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Hold;
import org.numascape.analysis.Seat;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// vCPUs change places with those that sit where they go, or share.
interface Swap {

  /// The swap with a vCPU of the same guest, which is what a drop on it means.
  static Optional<DropPlan> withinGuest(Analysis facts, Item.Vcpu dragged, int cpu) {
    return partner(facts, List.of(dragged), cpu)
        .filter(other -> other.domain().equals(dragged.domain()))
        .flatMap(other -> plan(facts, List.of(dragged), CpuSet.of(cpu)));
  }

  /// vCPUs take the CPUs of `cpus` (OS indexes), free ones first, and those that are pinned there
  /// get what the ones that push them out had; a pin is lost where there was none. Empty where
  /// nobody is pushed out or the CPUs are too few.
  static Optional<DropPlan> plan(Analysis facts, List<Item.Vcpu> dragged, CpuSet cpus) {
    var seats = dragged.stream().flatMap(vcpu -> facts.occupancy().seat(vcpu).stream()).toList();
    var goals = goals(facts, dragged, seats, cpus.and(facts.host().usableCpus()));
    var partners = new LinkedHashMap<Seat, Item.Vcpu>();
    goals.forEach(
        (seat, cpu) -> partner(facts, dragged, cpu).ifPresent(other -> partners.put(seat, other)));
    return goals.size() < dragged.size() || partners.isEmpty()
        ? Optional.empty()
        : Optional.of(plan(facts, goals, partners));
  }

  /// Which CPU each takes: its own where that is among them, else one that is free of others, else
  /// the next.
  private static Map<Seat, Integer> goals(
      Analysis facts, List<Item.Vcpu> dragged, List<Seat> seats, CpuSet cpus) {
    var goals = new LinkedHashMap<Seat, Integer>();
    var left = new LinkedHashSet<Integer>();
    cpus.stream().filter(cpu -> partner(facts, dragged, cpu).isEmpty()).forEach(left::add);
    cpus.stream().forEach(left::add);
    for (var seat : seats) {
      if (seat.hold() == Hold.EXACT && left.remove(seat.cpus().last())) {
        goals.put(seat, seat.cpus().last());
      }
    }
    for (var seat : seats) {
      if (!goals.containsKey(seat) && !left.isEmpty()) {
        goals.put(seat, left.removeFirst());
      }
    }
    return goals;
  }

  private static Optional<Item.Vcpu> partner(Analysis facts, List<Item.Vcpu> dragged, int cpu) {
    var there = facts.occupancy().vcpusOn(cpu);
    return there.stream().anyMatch(dragged::contains)
        ? Optional.empty()
        : there.stream().findFirst();
  }

  private static DropPlan plan(
      Analysis facts, Map<Seat, Integer> goals, Map<Seat, Item.Vcpu> partners) {
    var edits = new ArrayList<Edit>();
    var touched = new ArrayList<Item.Vcpu>();
    Map<Integer, List<Item.Vcpu>> landing = new TreeMap<>();
    goals.forEach((seat, cpu) -> {
      var vcpu = (Item.Vcpu) seat.who();
      edits.add(pin(vcpu, CpuSet.of(cpu)));
      touched.add(vcpu);
      landing.put(cpu, List.of(vcpu));
    });
    partners.forEach((seat, other) -> {
      edits.add(
          seat.hold().pinned()
              ? pin(other, seat.cpus())
              : new Edit.UnpinVcpus(other.domain(), CpuSet.of(other.vcpu())));
      touched.add(other);
      if (seat.hold() == Hold.EXACT) {
        landing.put(seat.cpus().last(), List.of(other));
      }
    });
    String others = words(facts, goals, List.copyOf(partners.values()));
    String who =
        goals.size() == 1
            ? "vCPU " + ((Item.Vcpu) goals.keySet().iterator().next().who()).vcpu()
            : goals.size() + " vCPUs";
    var edit = new Edit.Together("Swap " + who + " with " + others, edits);
    var lines = new ArrayList<PillLine>();
    lines.add(
        new PillLine(
            Tone.PLAIN,
            (goals.size() == 1 ? "swaps with " : "swap with ")
                + others
                + (partners.keySet().stream().allMatch(seat -> seat.hold().pinned())
                    ? ""
                    : ", which loses its pin")));
    lines.addAll(outcome(facts, edit, touched));
    return new DropPlan(edit, lines, landing);
  }

  /// `vCPU 3`, `vCPU 3 of rt-app`, `2 vCPUs of rt-app`
  private static String words(Analysis facts, Map<Seat, Integer> goals, List<Item.Vcpu> others) {
    var own = goals.keySet().stream().map(seat -> seat.who().domain()).toList();
    var guests = others.stream().map(Item.Vcpu::domain).distinct().toList();
    String of =
        own.containsAll(guests) && own.stream().distinct().count() == 1
            ? ""
            : " of "
                + String.join(", ", guests.stream().map(id -> Outcome.name(facts, id)).toList());
    return (others.size() == 1 ? "vCPU " + others.getFirst().vcpu() : others.size() + " vCPUs")
        + of;
  }

  /// A vCPU on exactly this CPU, whoever is there.
  static Optional<DropPlan> share(Analysis facts, Item.Vcpu dragged, int cpu) {
    if (!facts.host().usableCpus().contains(cpu) || facts.occupancy().seat(dragged).isEmpty()) {
      return Optional.empty();
    }
    var edit = pin(dragged, CpuSet.of(cpu));
    var lines = new ArrayList<PillLine>();
    var there = facts.occupancy().vcpusOn(cpu).stream().filter(v -> !v.equals(dragged)).toList();
    if (there.stream().anyMatch(other -> other.domain().equals(dragged.domain()))) {
      lines.add(new PillLine(Tone.BAD, "two vCPUs on one CPU"));
    }
    Map<Integer, List<Item.Vcpu>> landing = Map.of(cpu, List.of(dragged));
    var after = facts.after(edit.applyTo(facts.design()));
    lines.addAll(new Outcome(facts, after).neighbours(landing));
    lines.addAll(outcome(facts, edit, List.of(dragged)));
    return Optional.of(new DropPlan(edit, lines, landing));
  }

  private static Edit pin(Item.Vcpu vcpu, CpuSet cpus) {
    return new Edit.PinVcpus(vcpu.domain(), Map.of(vcpu.vcpu(), cpus));
  }

  private static List<PillLine> outcome(Analysis facts, Edit edit, List<Item.Vcpu> vcpus) {
    var cells =
        vcpus.stream()
            .flatMap(vcpu ->
                facts.design().guest(vcpu.domain()).stream()
                    .flatMap(guest -> guest.wanted().memoryCells().stream())
                    .filter(cell -> cell.vcpus().contains(vcpu.vcpu()))
                    .map(cell -> new Item.Cell(vcpu.domain(), cell.id())))
            .distinct()
            .toList();
    return new Outcome(facts, facts.after(edit.applyTo(facts.design()))).locality(cells, false);
  }
}
