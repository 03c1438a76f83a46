package org.numascape.app.canvas;

import java.util.List;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Seat;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectId;

/// What is inside a part of the host: its CPUs, and the threads pinned to nothing outside it.
///
/// @param cpus OS indexes
record Inside(CpuSet cpus, List<Item> threads) {

  /// What is inside an item; a thread's CPUs are those it is pinned to.
  static Inside of(Analysis facts, Item item) {
    return switch (item) {
      case Item.OnHost(var object) -> of(facts, object);
      case Item.NodeMemory(var node) ->
          facts
              .host()
              .node(node)
              .map(found -> of(facts, found.id()))
              .orElse(new Inside(CpuSet.EMPTY, List.of()));
      case Item.OfGuest thread ->
          new Inside(
              facts
                  .occupancy()
                  .seat(thread)
                  .filter(seat -> seat.hold().pinned())
                  .map(Seat::cpus)
                  .orElse(CpuSet.EMPTY),
              List.of());
    };
  }

  private static Inside of(Analysis facts, ObjectId object) {
    var cpus = facts.host().object(object).map(found -> found.cpus()).orElse(CpuSet.EMPTY);
    List<Item> threads =
        facts.occupancy().seats().stream()
            .filter(seat -> seat.hold().pinned() && seat.cpus().minus(cpus).isEmpty())
            .<Item>map(Seat::who)
            .toList();
    return new Inside(cpus, threads);
  }
}
