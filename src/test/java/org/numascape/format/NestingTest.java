package org.numascape.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

final class NestingTest {

  private static HostTopology nest(int pus, List<Draft> parts) {
    var all = new ArrayList<>(parts);
    IntStream.range(0, pus).forEach(cpu -> all.add(Draft.pu(cpu, PuState.ONLINE)));
    var machine = Draft.machine("", CpuSet.range(0, pus - 1));
    return Nesting.nest(machine, all, List.of(), List.of()).host(DistanceMatrix.UNKNOWN);
  }

  private static List<String> around(HostTopology host, int cpu) {
    return host.ancestors(host.pu(cpu).orElseThrow()).stream()
        .map(TopologyObject::id)
        .map(Object::toString)
        .toList();
  }

  @Test
  void objectsWithTheSameCpusAreNestedInTheOrderOfTheirKinds() {
    var cpus = CpuSet.of(0, 1);
    var parts =
        List.of(
            Draft.core(0, cpus),
            Draft.cache(3, CacheType.UNIFIED, 1, cpus),
            Draft.cpuPackage(0, "", cpus),
            Draft.die(0, cpus));

    var host = nest(2, parts);

    assertThat(around(host, 1))
        .containsExactly("Core:0", "L3Cache:0", "Die:0", "Package:0", "Machine:0");
  }

  @Test
  void groupsMayHoldGroupsButNoCacheHoldsOneOfItsKind() {
    var parts =
        List.of(
            Draft.group("", CpuSet.range(0, 3)),
            Draft.group("", CpuSet.range(0, 1)),
            Draft.group("", CpuSet.range(0, 1)),
            Draft.cache(3, CacheType.UNIFIED, 1, CpuSet.range(0, 3)),
            Draft.cache(3, CacheType.UNIFIED, 1, CpuSet.range(0, 1)));

    var host = nest(6, parts);

    assertThat(host.all(Group.class)).hasSize(2);
    assertThat(host.all(Cache.class)).extracting(Cache::cpus).containsExactly(CpuSet.range(0, 3));
  }

  @Test
  void whereTwoObjectsCutEachOtherThePackageStays() {
    var parts =
        List.of(
            Draft.group("", CpuSet.range(0, 4)),
            Draft.cache(3, CacheType.UNIFIED, 1, CpuSet.range(1, 5)),
            Draft.cpuPackage(0, "", CpuSet.range(0, 2)),
            Draft.cpuPackage(1, "", CpuSet.range(3, 5)));

    var host = nest(6, parts);

    assertThat(host.objects().map(object -> object.id().toString()))
        .containsExactly(
            "Machine:0", "Package:0", "PU:0", "PU:1", "PU:2", "Package:1", "PU:3", "PU:4", "PU:5");
  }

  @Test
  void logicalIndexesFollowTheLowestCpu() {
    var parts = List.of(Draft.core(9, CpuSet.of(1, 3)), Draft.core(7, CpuSet.of(0, 2)));

    var host = nest(4, parts);

    assertThat(around(host, 2)).containsExactly("Core:0", "Machine:0");
    assertThat(host.pu(2).orElseThrow().logical()).isEqualTo(1);
    assertThat(host.pu(1).orElseThrow().logical()).isEqualTo(2);
  }
}
