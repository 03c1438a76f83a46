package org.numascape.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.domain.CellCache;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.Interconnect;
import org.numascape.domain.MemoryAccess;
import org.numascape.topology.CpuSet;

/// Edits of the cells a guest sees. What refers to cells by id (memory rules, page sizes, memory
/// devices, buses, distances, links) is brought along.
public sealed interface CellEdit extends GuestEdit {

  /// Gives a guest these cells; none takes them all away. Ids are their positions.
  record SetCells(DomainId domain, List<GuestCell> cells) implements CellEdit {
    /// Copies the list; refuses ids that are not 0, 1, 2, ... and a vCPU in two cells.
    public SetCells {
      cells = List.copyOf(cells);
      var seen = CpuSet.EMPTY;
      for (int id = 0; id < cells.size(); id++) {
        if (cells.get(id).id() != id) {
          throw new IllegalArgumentException(
              "cell " + cells.get(id).id() + " is at place " + id + ": ids run from 0");
        }
        if (cells.get(id).vcpus().intersects(seen)) {
          throw new IllegalArgumentException(
              "vCPUs " + cells.get(id).vcpus().and(seen) + " are in two cells");
        }
        seen = seen.or(cells.get(id).vcpus());
      }
    }
  }

  /// Splits a cell into `parts` of the same size, guest core by guest core. A guest without cells
  /// is one cell 0.
  record Split(DomainId domain, int cell, int parts) implements CellEdit {
    /// Refuses fewer than two parts.
    public Split {
      if (parts < 2) {
        throw new IllegalArgumentException("a cell is split into two parts or more");
      }
    }
  }

  /// Makes one cell of several; it gets the lowest of their ids.
  record Merge(DomainId domain, CpuSet cells) implements CellEdit {}

  /// Adds a last cell without vCPUs, in KiB: memory alone, as CXL or HBM looks to a guest. A guest
  /// without cells gets one cell 0 for what it has.
  record Add(DomainId domain, long kib) implements CellEdit {
    /// Refuses none: QEMU does not start with it.
    public Add {
      if (kib < 1) {
        throw new IllegalArgumentException("a cell cannot have " + kib + " KiB");
      }
    }
  }

  /// Takes a cell and its memory away; its vCPUs go to the cell before it, or the one after the
  /// first. The last one goes without a trace: its memory stays the guest's.
  record Remove(DomainId domain, int cell) implements CellEdit {}

  /// Makes all cells that have vCPUs alike in vCPUs and memory, in the order of their ids.
  record Equalise(DomainId domain) implements CellEdit {}

  /// Puts cells without vCPUs behind those with some, as libvirt before 11.3 needs them; everything
  /// that names cells follows.
  record PutEmptyLast(DomainId domain) implements CellEdit {}

  /// Gives a cell this much memory, in KiB.
  record Resize(DomainId domain, int cell, long kib) implements CellEdit {
    /// Refuses none: QEMU does not start with it.
    public Resize {
      if (kib < 1) {
        throw new IllegalArgumentException("a cell cannot have " + kib + " KiB");
      }
    }
  }

  /// Moves vCPUs (guest ids) to a cell.
  record MoveVcpus(DomainId domain, CpuSet vcpus, int cell) implements CellEdit {}

  /// Whether other processes may share a cell's memory; empty follows `memoryBacking`.
  record SetAccess(DomainId domain, int cell, Optional<MemoryAccess> access) implements CellEdit {}

  /// Whether a cell's memory is thrown away at shutdown; empty follows `memoryBacking`.
  record SetDiscard(DomainId domain, int cell, Optional<Boolean> discard) implements CellEdit {}

  /// How far cells are from each other, by id; none says nothing. libvirt before 11.3 corrupts its
  /// memory on bad ones, so these are refused here.
  record SetDistances(DomainId domain, Map<Integer, Map<Integer, Integer>> rows)
      implements CellEdit {
    /// Copies the maps; refuses what libvirt does.
    public SetDistances {
      rows = Distances.checked(rows);
    }
  }

  /// The memory-side caches of a cell.
  record SetCaches(DomainId domain, int cell, List<CellCache> caches) implements CellEdit {
    /// Copies the list.
    public SetCaches {
      caches = List.copyOf(caches);
    }
  }

  /// What it costs cells to reach each other.
  record SetInterconnects(DomainId domain, List<Interconnect> links) implements CellEdit {
    /// Copies the list.
    public SetInterconnects {
      links = List.copyOf(links);
    }
  }

  @Override
  default Domain changed(Domain before) {
    return Room.kept(before, made(before));
  }

  private Domain made(Domain before) {
    return switch (this) {
      case SetCells(_, var cells) -> Cells.replaced(before, cells);
      case Split(_, var cell, var parts) -> Cells.split(before, cell, parts);
      case Merge(_, var cells) -> Cells.merged(before, cells);
      case Add(_, var kib) -> Cells.added(before, kib);
      case Remove(_, var cell) -> Cells.removed(before, cell);
      case Equalise(_) -> Cells.equalised(before);
      case PutEmptyLast(_) -> Cells.emptyLast(before);
      case Resize(_, var cell, var kib) ->
          Cells.changed(before, cell, one -> one.withMemoryKib(kib));
      case MoveVcpus(_, var vcpus, var cell) -> Cells.moved(before, vcpus, cell);
      case SetAccess(_, var cell, var access) ->
          Cells.changed(before, cell, one -> one.withAccess(access));
      case SetDiscard(_, var cell, var discard) ->
          Cells.changed(before, cell, one -> one.withDiscard(discard));
      case SetDistances(_, var rows) -> Distances.told(before, rows);
      case SetCaches(_, var cell, var caches) ->
          Cells.changed(before, cell, one -> one.withCaches(caches));
      case SetInterconnects(_, var links) ->
          before.withCpu(before.cpu().withInterconnects(links).withCells(before.cells()));
    };
  }

  @Override
  default String words(String guest) {
    return switch (this) {
      case SetCells(_, var cells) ->
          cells.isEmpty()
              ? "Take the cells of " + guest + " away"
              : "Give " + guest + " " + Words.count(cells.size(), "cell");
      case Split(_, var cell, var parts) ->
          "Split cell " + cell + " of " + guest + " into " + parts;
      case Merge(_, var cells) -> "Merge cells " + cells + " of " + guest;
      case Add(_, var kib) -> "Add a cell of " + Words.size(kib) + " to " + guest;
      case Remove(_, var cell) -> "Remove cell " + cell + " of " + guest;
      case Equalise(_) -> "Make the cells of " + guest + " alike";
      case PutEmptyLast(_) -> "Put cells of " + guest + " without vCPUs last";
      case Resize(_, var cell, var kib) ->
          "Give cell " + cell + " of " + guest + " " + Words.size(kib);
      case MoveVcpus(_, var vcpus, var cell) ->
          "Move " + Words.vcpus(vcpus) + " of " + guest + " to cell " + cell;
      case SetAccess(_, var cell, var access) ->
          "Make cell "
              + cell
              + " of "
              + guest
              + " "
              + access.map(MemoryAccess::word).orElse("as shared as the rest");
      case SetDiscard(_, var cell, _) ->
          "Set what becomes of cell " + cell + " of " + guest + " at shutdown";
      case SetDistances(_, var rows) ->
          rows.isEmpty()
              ? "Tell " + guest + " no distances"
              : "Tell " + guest + " how far its cells are apart";
      case SetCaches(_, var cell, _) -> "Tell " + guest + " of the memory caches of cell " + cell;
      case SetInterconnects(_, _) -> "Tell " + guest + " how fast its cells reach each other";
    };
  }
}
