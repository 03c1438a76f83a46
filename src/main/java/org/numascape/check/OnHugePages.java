package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.PagePool;
import org.numascape.design.Edit;
import org.numascape.design.PoolPlan;
import org.numascape.topology.PageSize;

/// Fixes that put a guest on huge pages, and plan the pools it needs.
interface OnHugePages {

  /// On pages of 1 GiB for a large guest where the host has such, else of the host's default size;
  /// nothing where its nodes have no room for the pool.
  static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var size = size(facts, guest);
    var set = new Edit.SetPages(guest.id(), Optional.of(size));
    var edits = new ArrayList<Edit>();
    edits.add(set);
    var after = facts.after(set.applyTo(facts.design()));
    for (var pool : after.hugePages().all()) {
      if (pool.size().equals(size) && pool.shortfall() > 0 && concerns(guest, pool)) {
        edits.add(new Edit.PlanPool(new PoolPlan(pool.node(), size, pool.needed())));
      }
    }
    String label = "Put " + guest.guest().name() + " on pages of " + size;
    String grow = edits.size() > 1 ? label + " and grow the pools" : label;
    var edit = new Edit.Together(grow, edits);
    boolean bound =
        guest.domain().memoryCells().stream()
            .noneMatch(cell -> guest.memoryOf(cell.id()).isEmpty());
    return bound && whole(guest, size) && Trial.roomy(facts, edit)
        ? List.of(new Fix(grow, edit))
        : List.of();
  }

  private static boolean whole(GuestFacts guest, PageSize size) {
    return guest.domain().memoryCells().stream()
        .allMatch(cell -> cell.memoryKib() % size.kib() == 0);
  }

  private static boolean concerns(GuestFacts guest, PagePool pool) {
    return pool.needs().stream().anyMatch(need -> need.share().domain().equals(guest.id()));
  }

  private static PageSize size(Analysis facts, GuestFacts guest) {
    boolean large = guest.domain().memoryKib() >= guest.thresholds().gigantPagesKib();
    boolean has =
        facts.host().nodes().values().stream()
            .anyMatch(node -> node.pool(PageSize.ONE_GIB).isPresent());
    return large && has ? PageSize.ONE_GIB : facts.hugePages().defaultSize();
  }
}
