package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;
import org.numascape.design.PoolAllocation;

/// Pools that have to be there from boot on, node by node, on a kernel before 5.16, whose command
/// line knows only a number for the whole host.
final class BootListTooNew implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var kernel =
        facts
            .host()
            .facts()
            .info(facts.host().machine().id(), "OSRelease")
            .filter(release -> Version.before(release, 5, 16));
    if (kernel.isEmpty() || facts.host().nodes().size() < 2) {
      return Stream.empty();
    }
    var pools =
        PoolAllocation.of(facts.design()).stream()
            .filter(pool ->
                switch (pool.moment()) {
                  case AT_BOOT, AT_BOOT_FOR_MEMORY -> true;
                  case AT_RUN_TIME, NOTHING_TO_ALLOCATE -> false;
                })
            .map(PoolAllocation::plan)
            .toList();
    return pools.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "H-11",
            Severity.WARNING,
            "The kernel "
                + kernel.get()
                + " ignores hugepages=NODE:COUNT, which the plan for "
                + Words.list(pools.stream().map(plan -> "node " + plan.node()).distinct().toList())
                + " needs at boot")
            .at(pools.stream().map(plan -> new Item.NodeMemory(plan.node())).distinct().toList())
            .stream();
  }
}
