package org.numascape.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.Hardware;
import org.numascape.domain.Interconnect;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryBacking.Page;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;

/// A guest whose cells changed, with everything that refers to cells by id brought along.
///
/// @param places the new ids of each old cell: several where it was split, the same one for those
///   that were merged, none where it is gone
record Renumbered(List<List<Integer>> places) {

  /// The guest with these cells instead; their ids become their positions.
  static Domain of(Domain guest, List<GuestCell> cells, List<List<Integer>> places) {
    var by = new Renumbered(places);
    var numbered = new ArrayList<GuestCell>();
    for (int id = 0; id < cells.size(); id++) {
      numbered.add(cells.get(id).withId(id).withDistances(by.distances(cells, id)));
    }
    var links = by.links(guest.cpu().interconnects(), numbered);
    var changed = guest.withCells(numbered);
    return changed
        .withCpu(changed.cpu().withInterconnects(links))
        .withNumaTune(by.tune(guest.numaTune(), cells.size()))
        .withBacking(by.pages(guest.backing(), cells.size()))
        .withHardware(by.hardware(guest.hardware(), cells.size()));
  }

  private List<Integer> places(int old) {
    return old < places.size() ? places.get(old) : List.of();
  }

  private OptionalInt first(OptionalInt old, int count) {
    if (old.isEmpty()) {
      return old;
    }
    var found = places(old.getAsInt());
    int place = found.isEmpty() ? Math.min(old.getAsInt(), count - 1) : found.getFirst();
    return count == 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /// The distances of a cell; parts of one cell are as far from each other as libvirt assumes.
  private Map<Integer, Integer> distances(List<GuestCell> cells, int id) {
    var old = cells.get(id).distances();
    var row = new TreeMap<Integer, Integer>();
    old.forEach((to, value) -> {
      for (int place : places(to)) {
        boolean remote = place != id;
        row.put(place, remote ? value == 10 ? Distances.REMOTE : value : 10);
      }
    });
    row.keySet().removeIf(to -> to >= cells.size());
    return row;
  }

  private List<Interconnect> links(List<Interconnect> links, List<GuestCell> cells) {
    var moved = new LinkedHashSet<Interconnect>();
    for (var link : links) {
      var from = first(OptionalInt.of(link.initiator()), cells.size());
      var to = first(OptionalInt.of(link.target()), cells.size());
      boolean peopled =
          from.isPresent() && to.isPresent() && !cells.get(from.getAsInt()).vcpus().isEmpty();
      if (peopled && !places(link.initiator()).isEmpty() && !places(link.target()).isEmpty()) {
        var fresh =
            new Interconnect(
                link.kind(),
                from.getAsInt(),
                to.getAsInt(),
                link.cache(),
                link.access(),
                link.value());
        if (moved.stream().noneMatch(other -> clashes(other, fresh))) {
          moved.add(fresh);
        }
      }
    }
    return List.copyOf(moved);
  }

  /// libvirt refuses the same link twice, and both directions of one pair.
  private static boolean clashes(Interconnect one, Interconnect other) {
    boolean same = one.initiator() == other.initiator() && one.target() == other.target();
    boolean back = one.initiator() == other.target() && one.target() == other.initiator();
    return (same || back)
        && one.kind() == other.kind()
        && one.cache().equals(other.cache())
        && one.access() == other.access();
  }

  private NumaTune tune(NumaTune tune, int count) {
    var cells = new TreeMap<Integer, MemoryBinding>();
    tune.cells()
        .forEach((old, rule) -> {
          for (int place : places(old)) {
            if (place < count) {
              cells.merge(
                  place,
                  rule,
                  (one, two) -> new MemoryBinding(one.mode(), one.nodes().or(two.nodes())));
            }
          }
        });
    return new NumaTune(tune.memory(), tune.automatic(), cells, tune.automaticMode());
  }

  private MemoryBacking pages(MemoryBacking backing, int count) {
    var taken = CpuSet.EMPTY;
    var pages = new ArrayList<Page>();
    for (var page : backing.pages()) {
      if (page.cells().isEmpty()) {
        pages.add(page);
        continue;
      }
      var cells = CpuSet.EMPTY;
      for (int old : page.cells().get().stream().toArray()) {
        for (int place : places(old)) {
          cells = place < count ? cells.or(CpuSet.of(place)) : cells;
        }
      }
      cells = cells.minus(taken);
      taken = taken.or(cells);
      if (!cells.isEmpty()) {
        pages.add(new Page(page.size(), Optional.of(cells)));
      }
    }
    boolean lost = pages.isEmpty() && !backing.pages().isEmpty();
    return backing.withPages(backing.hugePages() && !lost, pages);
  }

  private Hardware hardware(Hardware hardware, int count) {
    return hardware
        .withMemoryDevices(
            hardware.memoryDevices().stream()
                .map(device -> device.withNode(first(device.node(), count)))
                .toList())
        .withControllers(
            hardware.controllers().stream()
                .map(bus -> bus.withNode(first(bus.node(), count)))
                .toList());
  }
}
