package org.numascape.app.changes;

import java.util.ArrayList;
import java.util.List;
import org.numascape.apply.ApplyPlan;
import org.numascape.apply.Change;
import org.numascape.apply.Change.AllocatePages;
import org.numascape.apply.DomainPlan;
import org.numascape.apply.PlannedLine;
import org.numascape.apply.XmlDiff;
import org.numascape.design.Edit;
import org.numascape.design.PoolPlan;

/// One thing that is changed: the pools of the host, or a guest.
sealed interface Entry {

  /// Its name in the list.
  String name();

  /// What changes, line by line.
  List<String> words();

  /// How its XML changes; empty for what has none.
  XmlDiff diff();

  /// Takes it all back.
  Edit revert();

  /// Huge-page pools.
  record Pools(List<AllocatePages> pools) implements Entry {
    @Override
    public String name() {
      return "Host";
    }

    @Override
    public List<String> words() {
      return pools.stream().map(Change::words).toList();
    }

    @Override
    public XmlDiff diff() {
      return XmlDiff.of("", "");
    }

    @Override
    public Edit revert() {
      return new Edit.Together(
          "Revert the huge-page pools",
          pools.stream()
              .<Edit>map(pool ->
                  new Edit.PlanPool(
                      new PoolPlan(pool.node(), pool.size(), pool.before().orElse(0))))
              .toList());
    }
  }

  /// A guest.
  record OfGuest(DomainPlan plan) implements Entry {
    @Override
    public String name() {
      return plan.name();
    }

    @Override
    public List<String> words() {
      return plan.lines().stream().map(PlannedLine::words).toList();
    }

    @Override
    public XmlDiff diff() {
      return plan.diff();
    }

    @Override
    public Edit revert() {
      return new Edit.Revert(plan.id());
    }
  }

  /// What a plan changes, the host first.
  static List<Entry> of(ApplyPlan plan) {
    var entries = new ArrayList<Entry>();
    if (!plan.pools().isEmpty()) {
      entries.add(new Pools(plan.pools()));
    }
    plan.domains().stream().map(OfGuest::new).forEach(entries::add);
    return entries;
  }
}
