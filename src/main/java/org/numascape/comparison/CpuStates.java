package org.numascape.comparison;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// Which CPUs can run what: online, offline, isolated, not allowed.
final class CpuStates implements Aspect {

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    Map<PuState, Map<PuState, BitSet>> changes = new EnumMap<>(PuState.class);
    for (var then : before.pus().values()) {
      after
          .pu(then.osIndex())
          .map(Pu::state)
          .filter(now -> now != then.state())
          .ifPresent(now ->
              changes
                  .computeIfAbsent(then.state(), key -> new EnumMap<>(PuState.class))
                  .computeIfAbsent(now, key -> new BitSet())
                  .set(then.osIndex()));
    }
    return changes.entrySet().stream()
        .flatMap(then ->
            then.getValue().entrySet().stream()
                .map(now ->
                    told(before, after, then.getKey(), now.getKey(), new CpuSet(now.getValue()))));
  }

  private static Difference told(
      HostTopology before, HostTopology after, PuState then, PuState now, CpuSet cpus) {
    boolean lost = now == PuState.OFFLINE || now == PuState.DISALLOWED;
    return new Difference(
        Topic.CPUS,
        lost ? Weight.DECISIVE : Weight.NOTABLE,
        Words.cpus(cpus),
        words(then),
        words(now),
        Words.pus(before, cpus),
        Words.pus(after, cpus));
  }

  private static String words(PuState state) {
    return switch (state) {
      case ONLINE -> "online";
      case OFFLINE -> "offline";
      case DISALLOWED -> "not allowed";
      case ISOLATED -> "isolated";
    };
  }
}
