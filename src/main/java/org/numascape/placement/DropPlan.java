package org.numascape.placement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// What a drop would do, worked out before it is done.
///
/// @param edit the edit that does it; one step of undo
/// @param lines what comes of it, most telling first
/// @param landing the vCPUs that would come to lie on each host CPU (OS index), ascending
public record DropPlan(Edit edit, List<PillLine> lines, Map<Integer, List<Item.Vcpu>> landing) {

  /// Copies the collections.
  public DropPlan {
    lines = List.copyOf(lines);
    landing = Collections.unmodifiableMap(new TreeMap<>(landing));
  }

  /// What dropping these things onto a target does; empty where the target takes none of them.
  ///
  /// vCPUs spread over free CPUs below the target, and a single one dropped on the CPU of a vCPU of
  /// its own guest changes places with it. A cell's memory goes to the target's node; together with
  /// vCPUs that run on one of its nodes only that node is changed. Emulator and I/O threads are
  /// pinned to the target. A whole guest brings vCPUs and memory, and is split into cells where it
  /// fits no node.
  public static Optional<DropPlan> of(
      Analysis facts, List<? extends Item> dragged, Item target, DropWay way) {
    return Target.of(facts, target).flatMap(found -> new Drop(facts, found, way).plan(dragged));
  }

  /// The same for a design whose facts are not at hand.
  public static Optional<DropPlan> of(
      Design design, List<? extends Item> dragged, Item target, DropWay way) {
    return of(Analysis.of(design), dragged, target, way);
  }

  /// A vCPU changes places with the one pinned to exactly this CPU (OS index); empty where there is
  /// no other.
  public static Optional<DropPlan> swap(Analysis facts, Item.Vcpu dragged, int cpu) {
    return Swap.plan(facts, List.of(dragged), CpuSet.of(cpu));
  }

  /// A vCPU is pinned to exactly this CPU (OS index), whoever is there.
  public static Optional<DropPlan> share(Analysis facts, Item.Vcpu dragged, int cpu) {
    return Swap.share(facts, dragged, cpu);
  }

  /// Adds the target's node to those a cell's memory is bound to, keeping its mode, or `strict`
  /// where it had none.
  public static Optional<DropPlan> addNode(Analysis facts, Item.Cell cell, Item target) {
    return Target.of(facts, target)
        .flatMap(
            found -> new Drop(facts, found, DropWay.spreading(SpreadPolicy.ANY)).addNode(cell));
  }

  /// Takes pins and bindings of these things away; empty where none has any.
  public static Optional<DropPlan> unpin(Analysis facts, List<? extends Item> dragged) {
    return Unpin.plan(facts, dragged);
  }
}
