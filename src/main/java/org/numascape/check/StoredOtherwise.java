package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.Edit;
import org.numascape.design.MemoryEdit;
import org.numascape.domain.CellCache;

/// libvirt will store something else than the definition says, without a word, where no other rule
/// names it: it ignores the unit of a cell's memory cache, and cuts a current memory beyond all.
final class StoredOtherwise implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    var edits = new ArrayList<Edit>();
    var changed = new ArrayList<String>();
    for (var cell : domain.cells()) {
      if (cell.caches().stream().anyMatch(CellCache::unitIgnored)) {
        changed.add("the unit of the caches of cell " + cell.id() + ", which it reads as KiB");
        var caches =
            cell.caches().stream()
                .map(cache ->
                    new CellCache(
                        cache.level(),
                        cache.associativity(),
                        cache.policy(),
                        cache.sizeKib(),
                        cache.lineBytes(),
                        false))
                .toList();
        edits.add(new CellEdit.SetCaches(guest.id(), cell.id(), caches));
      }
    }
    if (domain.memory().currentKib().orElse(0) > domain.totalKib()) {
      changed.add("a current memory beyond all there is, which it cuts");
      edits.add(new MemoryEdit.SetCurrent(guest.id(), OptionalLong.empty()));
    }
    return changed.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "L-11",
            Severity.WARNING,
            guest,
            "libvirt stores otherwise, without a word: " + Words.list(changed))
            .fixed(now ->
                Trial.fix(
                    now, guest.id(), "L-11", "Say what libvirt understands", List.copyOf(edits)))
            .stream();
  }
}
