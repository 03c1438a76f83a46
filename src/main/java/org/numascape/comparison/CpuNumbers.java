package org.numascape.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// Which CPU numbers there are, and whether a number means the same place: the same core and the
/// same package. Firmware and kernels number hyper-threads next to each other or half a host apart.
final class CpuNumbers implements Aspect {

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    var differences = new ArrayList<Difference>();
    var then = CpuSet.of(before.pus().keySet());
    var now = CpuSet.of(after.pus().keySet());
    only(then.minus(now), "there", Difference.NONE, before, after, differences);
    only(now.minus(then), Difference.NONE, "there", before, after, differences);
    siblings(before, after, then.and(now), differences);
    packages(before, after, then.and(now), differences);
    return differences.stream();
  }

  private static void only(
      CpuSet cpus,
      String then,
      String now,
      HostTopology before,
      HostTopology after,
      List<Difference> differences) {
    if (!cpus.isEmpty()) {
      differences.add(of(Weight.DECISIVE, Words.cpus(cpus), then, now, cpus, before, after));
    }
  }

  private static void siblings(
      HostTopology before, HostTopology after, CpuSet common, List<Difference> differences) {
    var others = new BitSet();
    common.stream()
        .filter(cpu -> !before.siblings(cpu).and(common).equals(after.siblings(cpu).and(common)))
        .forEach(others::set);
    var cpus = new CpuSet(others);
    cpus.first()
        .ifPresent(first ->
            differences.add(
                of(
                    Weight.DECISIVE,
                    "numbering: cores of " + Words.cpus(cpus),
                    example(before, first),
                    example(after, first),
                    cpus,
                    before,
                    after)));
  }

  /// `0,32 share a core`
  private static String example(HostTopology host, int cpu) {
    var siblings = host.siblings(cpu);
    return siblings.size() > 1 ? siblings + " share a core" : cpu + " has a core of its own";
  }

  private static void packages(
      HostTopology before, HostTopology after, CpuSet common, List<Difference> differences) {
    var others = new BitSet();
    common.stream()
        .filter(cpu -> !around(before, cpu, common).equals(around(after, cpu, common)))
        .forEach(others::set);
    var cpus = new CpuSet(others);
    cpus.first()
        .ifPresent(first ->
            differences.add(
                of(
                    Weight.NOTABLE,
                    "packages of " + Words.cpus(cpus),
                    first + " with " + around(before, first, common),
                    first + " with " + around(after, first, common),
                    cpus,
                    before,
                    after)));
  }

  private static CpuSet around(HostTopology host, int cpu, CpuSet common) {
    return host.around(cpu, CpuPackage.class)
        .map(CpuPackage::cpus)
        .orElse(CpuSet.EMPTY)
        .and(common);
  }

  private static Difference of(
      Weight weight,
      String what,
      String then,
      String now,
      CpuSet cpus,
      HostTopology before,
      HostTopology after) {
    return new Difference(
        Topic.CPUS, weight, what, then, now, Words.pus(before, cpus), Words.pus(after, cpus));
  }
}
