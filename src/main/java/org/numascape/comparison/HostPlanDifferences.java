package org.numascape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.numascape.design.Design;
import org.numascape.design.Lane;
import org.numascape.design.Mute;
import org.numascape.design.PoolPlan;
import org.numascape.topology.CpuSet;

/// What two designs plan for the host itself: lanes, pools, isolation; and what they tell the rules
/// and of costs, by which problems may come and go though nothing is planned otherwise.
interface HostPlanDifferences {

  /// What differs.
  static List<PlanDifference> of(Design before, Design after) {
    var found = new ArrayList<PlanDifference>();
    lanes(found, before, after);
    pools(found, before, after);
    tell(
        found,
        Weight.NOTABLE,
        "isolated CPUs",
        isolated(before.isolated()),
        isolated(after.isolated()));
    tell(found, Weight.MINOR, "muted rules", mutes(before), mutes(after));
    var then = before.checking();
    var now = after.checking();
    if (!then.thresholds().equals(now.thresholds())) {
      found.add(new PlanDifference(Weight.MINOR, "thresholds of the rules", "as before", "others"));
    }
    if (!then.neverTogether().equals(now.neverTogether())) {
      found.add(
          new PlanDifference(
              Weight.MINOR, "guests that never run together", "as before", "others"));
    }
    found.addAll(CostDifferences.of(before, after));
    tell(found, Weight.MINOR, "name of the design", before.name(), after.name());
    return found;
  }

  private static void tell(
      List<PlanDifference> found, Weight weight, String what, String before, String after) {
    if (!before.equals(after)) {
      found.add(new PlanDifference(weight, what, before, after));
    }
  }

  private static void lanes(List<PlanDifference> found, Design before, Design after) {
    var names = new LinkedHashSet<String>();
    before.lanes().forEach(lane -> names.add(lane.name()));
    after.lanes().forEach(lane -> names.add(lane.name()));
    for (String name : names) {
      String whom = name.equals(Lane.HOST) ? "the host" : name;
      tell(
          found,
          Weight.NOTABLE,
          "kept for " + whom,
          lane(before.lane(name)),
          lane(after.lane(name)));
    }
  }

  private static String lane(Optional<Lane> lane) {
    return lane.map(Lane::words).orElse("nothing");
  }

  private static void pools(List<PlanDifference> found, Design before, Design after) {
    var pools = new TreeMap<String, PoolPlan>();
    before.pools().forEach(plan -> pools.put(pool(plan), plan));
    after.pools().forEach(plan -> pools.put(pool(plan), plan));
    pools.forEach((what, plan) ->
        tell(found, Weight.DECISIVE, what, pages(before, plan), pages(after, plan)));
  }

  private static String pool(PoolPlan plan) {
    return "pool of " + plan.size() + " pages on node " + plan.node();
  }

  private static String pages(Design design, PoolPlan plan) {
    var pages = design.poolPages(plan.node(), plan.size());
    return pages.isPresent() ? Words.count(pages.getAsLong()) : Difference.NONE;
  }

  private static String isolated(Optional<CpuSet> cpus) {
    return cpus.map(set -> set.isEmpty() ? Difference.NONE : Words.cpus(set))
        .orElse("as the host has them");
  }

  private static String mutes(Design design) {
    var mutes = design.checking().mutes();
    return mutes.isEmpty()
        ? Difference.NONE
        : mutes.stream().map(mute -> mute(design, mute)).collect(Collectors.joining(", "));
  }

  private static String mute(Design design, Mute mute) {
    return mute.code()
        + mute.domain().flatMap(design::guest).map(guest -> " for " + guest.name()).orElse("");
  }
}
