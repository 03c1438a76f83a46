package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.numascape.design.CellEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.domain.CellCache;
import org.numascape.domain.Domain;
import org.numascape.domain.Interconnect;
import org.numascape.format.FormatException;
import picocli.CommandLine.Option;

/// Options on caches before cells' memory, and on what it costs cells to reach each other.
final class LinkOptions implements GuestOptions {

  private static final String CACHE_FORM =
      "write level, size, line, associativity and policy:" + " 0=1,64M,64,direct,writeback.";

  @Option(
      names = "--cell-cache",
      paramLabel = "CELL=LEVEL,SIZE,LINE,ASSOC,POLICY",
      description =
          "A memory-side cache: 0=1,64M,64,direct,writeback; 0=none takes a cell's caches away."
              + " QEMU wants a latency to it as well. May be repeated.")
  private List<String> caches = List.of();

  @Option(
      names = "--interconnect",
      paramLabel = "FROM-TO[:LEVEL]=KIND,ACCESS,VALUE",
      description =
          "What cells cost to reach: 0-1=latency,access,120 (ns), 0-1=bandwidth,read,40G (a second),"
              + " 0-0:1=latency,read,5 (to the cache of that level); none takes all away. May be"
              + " repeated.")
  private List<String> links = List.of();

  @Override
  public List<Edit> edits(DomainId id, Domain guest) throws FormatException {
    var edits = new ArrayList<Edit>();
    var byCell = new TreeMap<Integer, List<CellCache>>();
    for (String text : caches) {
      var given = new Given("--cell-cache", text);
      var said = byCell.computeIfAbsent(given.count(given.key()), cell -> new ArrayList<>());
      if (!given.value().nothing()) {
        said.add(cache(given.value()));
      }
    }
    byCell.forEach((cell, said) -> edits.add(new CellEdit.SetCaches(id, cell, said)));
    if (links.equals(List.of(Given.NONE))) {
      edits.add(new CellEdit.SetInterconnects(id, List.of()));
    } else if (!links.isEmpty()) {
      var all = new ArrayList<Interconnect>();
      for (String text : links) {
        all.add(link(new Given("--interconnect", text)));
      }
      edits.add(new CellEdit.SetInterconnects(id, all));
    }
    return edits;
  }

  private static CellCache cache(Given value) throws FormatException {
    String[] parts = value.text().split(",", -1);
    if (parts.length != 5) {
      throw value.wrong(CACHE_FORM);
    }
    int level = value.count(parts[0]);
    if (level < 1 || level > 3) {
      throw value.wrong("the level is 1, 2 or 3.");
    }
    return new CellCache(
        level,
        new Given(value.option(), parts[3])
            .word(new String[] {"none", "direct", "full"}, word -> word),
        new Given(value.option(), parts[4])
            .word(new String[] {"none", "writeback", "writethrough"}, word -> word),
        new Given(value.option(), parts[1]).kib(),
        value.count(parts[2]),
        false);
  }

  private static Interconnect link(Given given) throws FormatException {
    String[] cells = given.key().split("[-:]", -1);
    String[] parts = given.value().text().split(",", -1);
    if (cells.length < 2 || cells.length > 3 || parts.length != 3) {
      throw given.wrong("write it as 0-1=latency,access,120 or 0-1=bandwidth,read,40G.");
    }
    var kind =
        new Given(given.option(), parts[0])
            .word(Interconnect.Kind.values(), Interconnect.Kind::word);
    var access =
        new Given(given.option(), parts[1])
            .word(Interconnect.Access.values(), Interconnect.Access::word);
    long value =
        switch (kind) {
          case LATENCY -> given.count(parts[2]);
          case BANDWIDTH -> new Given(given.option(), parts[2]).kib();
        };
    return new Interconnect(
        kind,
        given.count(cells[0]),
        given.count(cells[1]),
        cells.length == 3 ? OptionalInt.of(given.count(cells[2])) : OptionalInt.empty(),
        access,
        value);
  }
}
