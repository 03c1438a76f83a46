package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.numascape.design.CellEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryAccess;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import picocli.CommandLine.Option;

/// Options on the cells a guest sees.
final class CellOptions implements GuestOptions {

  @Option(
      names = "--cells",
      paramLabel = "VCPUS=SIZE",
      split = ";",
      description =
          "Gives the guest these cells, one after the other: 0-3=8G;4-7=8G; =4G has no vCPU; none.")
  private List<String> cells = List.of();

  @Option(
      names = "--split",
      paramLabel = "CELL=PARTS",
      description = "Splits a cell into parts of the same size. May be repeated.")
  private List<String> splits = List.of();

  @Option(
      names = "--merge",
      paramLabel = "CELLS",
      description = "Makes one cell of several: 0-1. May be repeated.")
  private List<String> merges = List.of();

  @Option(
      names = "--remove-cell",
      paramLabel = "CELL",
      description = "Takes a cell and its memory away; its vCPUs go to the one before. Repeatable.")
  private List<Integer> removed = List.of();

  @Option(
      names = "--add-cell",
      paramLabel = "SIZE",
      description = "Adds a cell without vCPUs: 4G. May be repeated.")
  private List<String> added = List.of();

  @Option(names = "--equalise", description = "Makes cells alike in vCPUs and memory.")
  private boolean equalise;

  @Option(
      names = "--cell-memory",
      paramLabel = "CELL=SIZE",
      description = "How much memory a cell has: 1=8G. May be repeated.")
  private List<String> memory = List.of();

  @Option(
      names = "--cell-vcpus",
      paramLabel = "CELL=VCPUS",
      description = "Moves vCPUs to a cell: 1=4-7. May be repeated.")
  private List<String> vcpus = List.of();

  @Option(
      names = "--cell-access",
      paramLabel = "CELL=WORD",
      description = "Whether others may map a cell's memory: shared, private, none. Repeatable.")
  private List<String> access = List.of();

  @Option(
      names = "--cell-discard",
      paramLabel = "CELL=yes/no",
      description = "Whether a cell's memory is thrown away at shutdown. May be repeated.")
  private List<String> discard = List.of();

  @Option(
      names = "--distances",
      paramLabel = "ROW/ROW/...",
      description = "How far cells are apart, row by row: 10,21/21,10; none tells nothing.")
  private @Nullable String distances;

  @Override
  public List<Edit> edits(DomainId id, Domain guest) throws FormatException {
    var edits = new ArrayList<Edit>();
    if (!cells.isEmpty()) {
      edits.add(new CellEdit.SetCells(id, cells(guest)));
    }
    for (String text : splits) {
      var given = new Given("--split", text);
      int parts = given.count(given.value().text());
      if (parts < 2) {
        throw given.wrong("a cell is split into two parts or more.");
      }
      edits.add(new CellEdit.Split(id, cell(guest, given), parts));
    }
    for (String text : merges) {
      edits.add(new CellEdit.Merge(id, new Given("--merge", text).cpus(text)));
    }
    removed.forEach(cell -> edits.add(new CellEdit.Remove(id, cell)));
    for (String text : added) {
      var given = new Given("--add-cell", text);
      if (given.kib() == 0) {
        throw given.wrong("a cell without memory does not start.");
      }
      edits.add(new CellEdit.Add(id, given.kib()));
    }
    if (equalise) {
      edits.add(new CellEdit.Equalise(id));
    }
    for (String text : memory) {
      var given = new Given("--cell-memory", text);
      long kib = given.value().kib();
      if (kib == 0) {
        throw given.wrong("a cell without memory does not start.");
      }
      edits.add(new CellEdit.Resize(id, cell(guest, given), kib));
    }
    for (String text : vcpus) {
      var given = new Given("--cell-vcpus", text);
      edits.add(new CellEdit.MoveVcpus(id, given.cpus(given.value().text()), cell(guest, given)));
    }
    words(id, guest, edits);
    if (distances != null) {
      edits.add(distances(id, new Given("--distances", distances)));
    }
    return edits;
  }

  private void words(DomainId id, Domain guest, List<Edit> edits) throws FormatException {
    for (String text : access) {
      var given = new Given("--cell-access", text);
      edits.add(
          new CellEdit.SetAccess(
              id,
              cell(guest, given),
              given.value().optionalWord(MemoryAccess.values(), MemoryAccess::word)));
    }
    for (String text : discard) {
      var given = new Given("--cell-discard", text);
      var value = given.value();
      edits.add(
          new CellEdit.SetDiscard(
              id,
              cell(guest, given),
              value.nothing() ? java.util.Optional.empty() : java.util.Optional.of(value.yes())));
    }
  }

  /// Cells that only come to be by other options are taken at their word.
  private int cell(Domain guest, Given given) throws FormatException {
    int cell = given.count(given.key());
    boolean first = splits.isEmpty() || splits.getFirst().equals(given.text());
    boolean fixed = cells.isEmpty() && merges.isEmpty() && added.isEmpty() && first;
    boolean implied = guest.cells().isEmpty() && cell == 0;
    if (fixed && !implied && guest.cell(cell).isEmpty()) {
      throw given.wrong(guest.name() + " has no guest cell " + cell + ".");
    }
    return cell;
  }

  private List<GuestCell> cells(Domain guest) throws FormatException {
    var made = new ArrayList<GuestCell>();
    if (cells.equals(List.of(Given.NONE))) {
      return made;
    }
    var seen = CpuSet.EMPTY;
    for (String text : cells) {
      var given = new Given("--cells", text);
      boolean bare = text.startsWith("=");
      var mine = bare ? CpuSet.EMPTY : given.cpus(given.key());
      if (mine.intersects(seen)) {
        throw given.wrong("vCPUs " + mine.and(seen) + " are in two cells.");
      }
      if (mine.last() >= guest.vcpus().maximum()) {
        throw given.wrong(guest.name() + " has no vCPU " + mine.last() + ".");
      }
      seen = seen.or(mine);
      long kib = new Given("--cells", bare ? text.substring(1) : given.value().text()).kib();
      made.add(new GuestCell(made.size(), mine, kib));
    }
    return made;
  }

  private static Edit distances(DomainId id, Given given) throws FormatException {
    Map<Integer, Map<Integer, Integer>> rows = new TreeMap<>();
    if (!given.nothing()) {
      for (String row : given.text().split("/", -1)) {
        var values = new TreeMap<Integer, Integer>();
        for (String value : row.split(",", -1)) {
          values.put(values.size(), given.count(value));
        }
        rows.put(rows.size(), values);
      }
    }
    try {
      return new CellEdit.SetDistances(id, rows);
    } catch (IllegalArgumentException cannot) {
      throw given.wrong(cannot.getMessage() + ".");
    }
  }
}
