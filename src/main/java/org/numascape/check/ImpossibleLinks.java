package org.numascape.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.domain.CellCache;
import org.numascape.domain.Domain;
import org.numascape.domain.Interconnect;

/// What a guest is told of the speed between its cells is more, or less, than libvirt and QEMU
/// take.
///
/// Source: libvirt `virDomainNumaDefValidate`; QEMU refuses a cache without a latency at start.
final class ImpossibleLinks implements GuestCheck {

  private static final int LAST_LEVEL = 3;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    var wrong = new ArrayList<String>();
    var seen = new HashSet<List<Object>>();
    var ways = new HashSet<List<Integer>>();
    for (var link : domain.cpu().interconnects()) {
      var from = domain.cell(link.initiator());
      var to = domain.cell(link.target());
      String name =
          "the " + link.kind().word() + " from cell " + link.initiator() + " to " + link.target();
      if (from.isEmpty() || to.isEmpty()) {
        wrong.add(name + " names a cell that is not there");
      } else if (from.get().vcpus().isEmpty()) {
        wrong.add(name + " begins where no vCPU is");
      } else if (link.cache().isPresent() && !cached(domain, link)) {
        wrong.add(name + " is for a cache the cell has not got");
      }
      if (!seen.add(exactly(link)) || backwards(link, ways)) {
        wrong.add(name + " is told twice, or both ways");
      }
      ways.add(List.of(link.initiator(), link.target()));
    }
    for (var cell : domain.cells()) {
      boolean timed =
          domain.cpu().interconnects().stream()
              .anyMatch(
                  link -> link.target() == cell.id() && link.kind() == Interconnect.Kind.LATENCY);
      var levels = cell.caches().stream().map(CellCache::level).toList();
      if (levels.stream().anyMatch(level -> level > LAST_LEVEL)) {
        wrong.add("cell " + cell.id() + " has a memory cache beyond level " + LAST_LEVEL);
      }
      if (levels.stream().distinct().count() < levels.size()) {
        wrong.add("cell " + cell.id() + " has two memory caches of one level");
      }
      if (!cell.caches().isEmpty() && !timed) {
        wrong.add("cell " + cell.id() + " has a memory cache, but no latency");
      }
    }
    return wrong.isEmpty()
        ? Stream.empty()
        : Finding.of("N-37", Severity.ERROR, guest, Words.inSentence(Words.list(wrong)))
            .fixed(now ->
                Trial.fix(
                    now,
                    guest.id(),
                    "N-37",
                    "Say nothing of latencies and caches between cells",
                    forgotten(guest)))
            .stream();
  }

  private static boolean cached(Domain domain, Interconnect link) {
    return domain.cell(link.target()).stream()
        .flatMap(cell -> cell.caches().stream())
        .anyMatch(cache -> link.cache().equals(OptionalInt.of(cache.level())));
  }

  private static List<Object> exactly(Interconnect link) {
    return List.of(link.kind(), link.cache(), link.access(), link.initiator(), link.target());
  }

  /// Whether an earlier link, of whatever kind, runs the other way.
  private static boolean backwards(Interconnect link, Set<List<Integer>> ways) {
    return link.initiator() != link.target()
        && ways.contains(List.of(link.target(), link.initiator()));
  }

  private static List<CellEdit> forgotten(GuestFacts guest) {
    var edits = new ArrayList<CellEdit>();
    edits.add(new CellEdit.SetInterconnects(guest.id(), List.of()));
    guest.domain().cells().stream()
        .filter(cell -> !cell.caches().isEmpty())
        .forEach(cell -> edits.add(new CellEdit.SetCaches(guest.id(), cell.id(), List.of())));
    return edits;
  }
}
