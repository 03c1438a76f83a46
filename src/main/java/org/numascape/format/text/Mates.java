package org.numascape.format.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.topology.Contradiction;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectKind;

/// Who shares a package, a core or a cache with a CPU, by the CPU's OS index.
///
/// @param shared the CPUs, itself included
record Mates(Map<Integer, CpuSet> shared) {

  static Mates of(List<CpuSet> sets) {
    var shared = new HashMap<Integer, CpuSet>();
    sets.forEach(set -> set.stream().forEach(cpu -> shared.put(cpu, set)));
    return new Mates(shared);
  }

  private CpuSet with(int cpu) {
    return shared.getOrDefault(cpu, CpuSet.EMPTY);
  }

  /// The first CPU that two sources put among others, of those that both know.
  static Optional<Contradiction> quarrel(ObjectKind kind, Told one, Told other) {
    var mine = of(one.parts().getOrDefault(kind, List.of()));
    var theirs = of(other.parts().getOrDefault(kind, List.of()));
    var common = one.online().and(other.online());
    return common.stream()
        .filter(cpu -> !mine.with(cpu).isEmpty() && !theirs.with(cpu).isEmpty())
        .filter(cpu -> !mine.with(cpu).and(common).equals(theirs.with(cpu).and(common)))
        .boxed()
        .findFirst()
        .map(cpu ->
            new Contradiction(
                "CPUs that share the " + kind.hwlocName() + " of CPU " + cpu,
                List.of(
                    Quarrels.claim(one, mine.with(cpu).toString()),
                    Quarrels.claim(other, theirs.with(cpu).toString()))));
  }
}
