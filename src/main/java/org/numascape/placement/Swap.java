package org.numascape.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Hold;
import org.numascape.analysis.Seat;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// Two vCPUs change places, or share one.
interface Swap {

  /// The swap with a vCPU of the same guest, which is what a drop on it means.
  static Optional<DropPlan> withinGuest(Analysis facts, Item.Vcpu dragged, int cpu) {
    return partner(facts, dragged, cpu)
        .filter(other -> other.domain().equals(dragged.domain()))
        .flatMap(other -> plan(facts, dragged, cpu));
  }

  /// A vCPU changes places with the one pinned to this CPU. If it had no pin the other loses its
  /// own.
  static Optional<DropPlan> plan(Analysis facts, Item.Vcpu dragged, int cpu) {
    var seat = facts.occupancy().seat(dragged);
    return seat.flatMap(
        from -> partner(facts, dragged, cpu).map(other -> swap(facts, from, dragged, other, cpu)));
  }

  private static Optional<Item.Vcpu> partner(Analysis facts, Item.Vcpu dragged, int cpu) {
    var there = facts.occupancy().vcpusOn(cpu);
    return there.contains(dragged) ? Optional.empty() : there.stream().findFirst();
  }

  private static DropPlan swap(
      Analysis facts, Seat from, Item.Vcpu dragged, Item.Vcpu other, int cpu) {
    var edits = new ArrayList<Edit>();
    edits.add(pin(dragged, CpuSet.of(cpu)));
    edits.add(
        from.hold().pinned()
            ? pin(other, from.cpus())
            : new Edit.UnpinVcpus(other.domain(), CpuSet.of(other.vcpu())));
    String name =
        other.domain().equals(dragged.domain()) ? "" : " of " + Outcome.name(facts, other.domain());
    var edit =
        new Edit.Together(
            "Swap vCPU " + dragged.vcpu() + " with vCPU " + other.vcpu() + name, edits);
    var lines = new ArrayList<PillLine>();
    lines.add(new PillLine(Tone.PLAIN, "swaps with vCPU " + other.vcpu() + name));
    Map<Integer, List<Item.Vcpu>> landing = new java.util.TreeMap<>();
    landing.put(cpu, List.of(dragged));
    if (from.hold() == Hold.EXACT) {
      landing.put(from.cpus().last(), List.of(other));
    }
    lines.addAll(outcome(facts, edit, List.of(dragged, other)));
    return new DropPlan(edit, lines, landing);
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
    lines.addAll(new Outcome(facts, Analysis.of(edit.applyTo(facts.design()))).neighbours(landing));
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
    return new Outcome(facts, Analysis.of(edit.applyTo(facts.design()))).locality(cells, false);
  }
}
