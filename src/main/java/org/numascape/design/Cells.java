package org.numascape.design;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.topology.CpuSet;

/// What edits of guest cells do. Sizes stay multiples of the page that holds a cell, and of 1 MiB,
/// which libvirt rounds to.
interface Cells {

  /// The guest with these cells; what names cells that are gone goes too.
  static Domain replaced(Domain guest, List<GuestCell> cells) {
    var kept = new ArrayList<List<Integer>>();
    for (int id = 0; id < Math.max(guest.cells().size(), 1); id++) {
      kept.add(id < cells.size() ? List.of(id) : List.of());
    }
    return Renumbered.of(guest, cells, kept);
  }

  /// The guest with one cell changed; the same guest where it has no such cell.
  static Domain changed(Domain guest, int cell, UnaryOperator<GuestCell> change) {
    if (guest.cell(cell).isEmpty()) {
      return guest;
    }
    return guest.withCells(
        guest.cells().stream().map(one -> one.id() == cell ? change.apply(one) : one).toList());
  }

  /// The guest with so much memory, each cell keeping its share.
  static Domain resized(Domain guest, long kib) {
    if (guest.cells().isEmpty()) {
      return guest.withMemory(guest.memory().withKib(kib));
    }
    long before = Math.max(1, guest.memoryKib());
    var cells = new ArrayList<GuestCell>();
    long left = kib;
    for (var cell : guest.cells()) {
      long step = guest.stepKib(cell.id());
      long share =
          Math.max(step, Math.round((double) kib * cell.memoryKib() / before / step) * step);
      boolean last = cells.size() + 1 == guest.cells().size();
      long size = last ? Math.max(step, left) : Math.min(share, Math.max(step, left - step));
      cells.add(cell.withMemoryKib(size));
      left -= size;
    }
    return guest.withCells(cells);
  }

  /// The guest with vCPUs in another cell.
  static Domain moved(Domain guest, CpuSet vcpus, int target) {
    if (guest.cell(target).isEmpty()) {
      return guest;
    }
    var known = vcpus.and(CpuSet.range(0, guest.vcpus().maximum() - 1));
    return guest.withCells(
        guest.memoryCells().stream()
            .map(cell ->
                cell.withVcpus(
                    cell.id() == target ? cell.vcpus().or(known) : cell.vcpus().minus(known)))
            .toList());
  }

  /// The guest with one cell in several parts.
  static Domain split(Domain guest, int cell, int parts) {
    var old = guest.memoryCells();
    if (cell >= old.size() || old.get(cell).memoryKib() / guest.stepKib(cell) < parts) {
      return guest;
    }
    var cells = new ArrayList<GuestCell>();
    var places = new ArrayList<List<Integer>>();
    for (var one : old) {
      if (one.id() != cell) {
        places.add(List.of(cells.size()));
        cells.add(one);
        continue;
      }
      var fresh = new ArrayList<Integer>();
      var vcpus = dealt(guest, one.vcpus(), parts);
      var sizes = shared(one.memoryKib(), guest.stepKib(cell), parts);
      for (int part = 0; part < parts; part++) {
        fresh.add(cells.size());
        cells.add(one.withVcpus(vcpus.get(part)).withMemoryKib(sizes.get(part)));
      }
      places.add(fresh);
    }
    return Renumbered.of(guest, cells, places);
  }

  /// The guest with several cells as one.
  static Domain merged(Domain guest, CpuSet merged) {
    var those = guest.cells().stream().filter(cell -> merged.contains(cell.id())).toList();
    if (those.size() < 2) {
      return guest;
    }
    int target = those.getFirst().id();
    var vcpus = those.stream().map(GuestCell::vcpus).reduce(CpuSet.EMPTY, CpuSet::or);
    long kib = those.stream().mapToLong(GuestCell::memoryKib).sum();
    var cells = new ArrayList<GuestCell>();
    var places = new ArrayList<List<Integer>>();
    for (var cell : guest.cells()) {
      if (!merged.contains(cell.id())) {
        places.add(List.of(cells.size()));
        cells.add(cell);
      } else if (cell.id() == target) {
        places.add(List.of(cells.size()));
        cells.add(cell.withVcpus(vcpus).withMemoryKib(kib));
      } else {
        places.add(places.get(target));
      }
    }
    return Renumbered.of(guest, cells, places);
  }

  /// The guest with cells that have vCPUs first.
  static Domain emptyLast(Domain guest) {
    var filled = guest.cells().isEmpty() ? guest.cells() : guest.memoryCells();
    var order = new ArrayList<GuestCell>();
    filled.stream().filter(cell -> !cell.vcpus().isEmpty()).forEach(order::add);
    filled.stream().filter(cell -> cell.vcpus().isEmpty()).forEach(order::add);
    return order.equals(filled)
        ? guest
        : Renumbered.of(
            guest, order, filled.stream().map(cell -> List.of(order.indexOf(cell))).toList());
  }

  /// The guest with a last cell without vCPUs.
  static Domain added(Domain guest, long kib) {
    var cells = new ArrayList<>(guest.memoryCells());
    cells.add(new GuestCell(cells.size(), CpuSet.EMPTY, kib));
    return replaced(guest, cells);
  }

  /// The guest with one cell less.
  static Domain removed(Domain guest, int gone) {
    var old = guest.memoryCells();
    if (guest.cell(gone).isEmpty()) {
      return guest;
    }
    if (old.size() == 1) {
      return replaced(guest, List.of());
    }
    var heir = heir(old, gone);
    var vcpus = old.get(gone).vcpus();
    var cells = new ArrayList<GuestCell>();
    var places = new ArrayList<List<Integer>>();
    for (var cell : old) {
      if (cell.id() == gone) {
        places.add(List.of());
        continue;
      }
      places.add(List.of(cells.size()));
      cells.add(cell.id() == heir ? cell.withVcpus(cell.vcpus().or(vcpus)) : cell);
    }
    return Renumbered.of(guest, cells, places);
  }

  /// The cell that takes vCPUs over: the nearest before that has some, else the nearest after, else
  /// the first left.
  private static int heir(List<GuestCell> cells, int gone) {
    var before = cells.subList(0, gone).reversed();
    var after = cells.subList(gone + 1, cells.size());
    return Stream.concat(before.stream(), after.stream())
        .filter(cell -> !cell.vcpus().isEmpty())
        .findFirst()
        .map(GuestCell::id)
        .orElse(gone == 0 ? 1 : 0);
  }

  /// The guest with cells alike; those without vCPUs stay as they are.
  static Domain equalised(Domain guest) {
    var cells = guest.memoryCells();
    var peopled = cells.stream().filter(cell -> !cell.vcpus().isEmpty()).toList();
    if (peopled.size() < 2 || guest.cells().isEmpty()) {
      return guest;
    }
    var all = peopled.stream().map(GuestCell::vcpus).reduce(CpuSet.EMPTY, CpuSet::or);
    long kib = peopled.stream().mapToLong(GuestCell::memoryKib).sum();
    long step = peopled.stream().mapToLong(cell -> guest.stepKib(cell.id())).max().orElse(1);
    if (kib / step < peopled.size()) {
      return guest;
    }
    var vcpus = dealt(guest, all, peopled.size());
    var sizes = shared(kib, step, peopled.size());
    var alike = new ArrayList<GuestCell>();
    int next = 0;
    for (var cell : cells) {
      if (cell.vcpus().isEmpty()) {
        alike.add(cell);
      } else {
        alike.add(cell.withVcpus(vcpus.get(next)).withMemoryKib(sizes.get(next)));
        next++;
      }
    }
    return guest.withCells(alike);
  }

  /// vCPUs in parts, in order, guest core by guest core where that comes out.
  private static List<CpuSet> dealt(Domain guest, CpuSet vcpus, int parts) {
    int threads = Counted.topology(guest).threads();
    int unit = vcpus.size() % (threads * parts) == 0 ? threads : 1;
    var ids = vcpus.stream().boxed().toList();
    int units = ids.size() / unit;
    var dealt = new ArrayList<CpuSet>();
    int from = 0;
    for (int part = 0; part < parts; part++) {
      int to = part + 1 == parts ? ids.size() : (part + 1) * units / parts * unit;
      dealt.add(CpuSet.of(ids.subList(from, to)));
      from = to;
    }
    return dealt;
  }

  /// Memory in parts, whole steps each; what is left over goes to the last.
  private static List<Long> shared(long kib, long step, int parts) {
    long each = kib / step / parts * step;
    var sizes = new ArrayList<Long>();
    for (int part = 1; part < parts; part++) {
      sizes.add(each);
    }
    sizes.add(kib - each * (parts - 1));
    return sizes;
  }
}
