package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.numascape.format.sysfs.Trees.CPU;

import org.junit.jupiter.api.Test;
import org.numascape.format.FormatException;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

final class CpuQuirksTest {

  @Test
  void packagesAndCoresAreFoundBySetsAndKeepTheirOddNumbers() throws Exception {
    var host = Trees.host(Trees.twoNodes());

    assertThat(host.all(CpuPackage.class))
        .extracting(CpuPackage::osIndex)
        .containsExactly(36, 8442);
    assertThat(host.all(Core.class)).extracting(Core::osIndex).containsExactly(0, 4, 0, 4);
    assertThat(Trees.told(host, "Core"))
        .containsExactly("Core 0-1", "Core 2-3", "Core 4-5", "Core 6-7");
  }

  @Test
  void packagesOfNumberMinusOneAreStillSeveral() throws Exception {
    var tree = Trees.twoNodes();
    for (int cpu = 0; cpu < 8; cpu++) {
      tree.file(CPU + cpu + "/topology/physical_package_id", "-1");
    }

    var host = Trees.host(tree);

    assertThat(host.all(CpuPackage.class)).extracting(CpuPackage::osIndex).containsExactly(-1, -1);
  }

  @Test
  void theNamesOfOldKernelsAreReadToo() throws Exception {
    var tree = Trees.twoNodes();
    for (int cpu = 0; cpu < 8; cpu++) {
      String topology = CPU + cpu + "/topology/";
      tree.without(topology + "core_cpus").without(topology + "package_cpus");
      tree.file(topology + "thread_siblings", cpu < 4 ? "0f" : "f0");
      tree.file(topology + "core_siblings", "ff");
    }

    var host = Trees.host(tree);

    assertThat(Trees.told(host, "Package", "Core"))
        .containsExactly("Package 0-7", "Core 0-3", "Core 4-7");
  }

  @Test
  void anOfflineCpuStaysInItsPackageAndCore() throws Exception {
    var tree = offline(Trees.twoNodes(), 3);

    var host = Trees.host(tree);

    assertThat(state(host, 3)).isEqualTo(PuState.OFFLINE);
    assertThat(host.around(3, CpuPackage.class))
        .hasValueSatisfying(found -> assertThat(found.osIndex()).isEqualTo(36));
    assertThat(host.siblings(3).toString()).isEqualTo("2-3");
    assertThat(host.all(Group.class)).as("made for the node").isEmpty();
  }

  @Test
  void anOfflineCpuOfWhichNothingIsToldHangsAtTheMachine() throws Exception {
    var tree = offline(Trees.twoNodes(), 3).without(CPU + 3 + "/topology");

    var host = Trees.host(tree);

    assertThat(host.ancestors(host.pu(3).orElseThrow())).containsExactly(host.machine());
    assertThat(host.nodeOf(3)).isEmpty();
  }

  /// CPU 3 is in no set any more; its own files tell numbers only.
  private static MemoryTree.Builder offline(MemoryTree.Builder tree, int cpu) {
    for (int other = 0; other < 4; other++) {
      tree.file(CPU + other + "/topology/package_cpus", Trees.mask(0, 1, 2));
      tree.file(CPU + other + "/cache/index3/shared_cpu_map", Trees.mask(0, 1, 2));
    }
    tree.file(CPU + 2 + "/topology/core_cpus", Trees.mask(2));
    tree.without(CPU + cpu + "/topology/core_cpus").without(CPU + cpu + "/topology/package_cpus");
    tree.without(CPU + cpu + "/cache");
    Trees.node(tree, 0, Trees.mask(0, 1, 2), 1_048_576, "10 21");
    return tree.file("sys/devices/system/cpu/online", "0-2,4-7");
  }

  @Test
  void withoutAListEachCpuSaysWhetherItIsOnline() throws Exception {
    var tree =
        Trees.twoNodes().without("sys/devices/system/cpu/online").file(CPU + 7 + "/online", "0");

    var host = Trees.host(tree);

    assertThat(state(host, 7)).isEqualTo(PuState.OFFLINE);
    assertThat(state(host, 0)).isEqualTo(PuState.ONLINE);
  }

  @Test
  void cpusThatAreOnlyPossibleAreNotThere() throws Exception {
    var tree = Trees.twoNodes().folder(CPU + 8).file("sys/devices/system/cpu/possible", "0-15");

    var host = Trees.host(tree);

    assertThat(host.pus().keySet()).hasSize(8);
  }

  @Test
  void isolatedCpusAreMarked() throws Exception {
    var tree = Trees.twoNodes().file("sys/devices/system/cpu/isolated", "2-3,6");

    var host = Trees.host(tree);

    assertThat(host.pus().values().stream().filter(pu -> pu.state() == PuState.ISOLATED))
        .extracting(Pu::osIndex)
        .containsExactly(2, 3, 6);
  }

  @Test
  void whatControlGroup2ForbidsIsDisallowedAlsoWhereOnlyAGroupAroundSaysSo() throws Exception {
    var tree = Trees.twoNodes();
    tree.file(
        "proc/mounts", "proc /proc proc rw 0 0\ncgroup2 /sys/fs/cgroup cgroup2 rw,nosuid 0 0");
    tree.file("proc/self/cgroup", "0::/user.slice/session-1.scope");
    tree.file("sys/fs/cgroup/user.slice/cpuset.cpus.effective", "0-3");
    tree.file("sys/fs/cgroup/user.slice/cpuset.mems.effective", "0");

    var host = Trees.host(tree);

    assertThat(host.usableCpus().toString()).isEqualTo("0-3");
    assertThat(state(host, 4)).isEqualTo(PuState.DISALLOWED);
    assertThat(host.facts().info(host.node(1).orElseThrow().id(), InfoName.DISALLOWED))
        .contains("1");
  }

  @Test
  void whatControlGroup1ForbidsIsDisallowed() throws Exception {
    var tree = Trees.twoNodes();
    tree.file("proc/mounts", "cgroup /sys/fs/cgroup/cpuset cgroup rw,cpuset 0 0");
    tree.file("proc/self/cgroup", "9:cpuset:/vm\n8:memory:/");
    tree.file("sys/fs/cgroup/cpuset/vm/cpuset.cpus", "4-7");

    var host = Trees.host(tree);

    assertThat(host.usableCpus().toString()).isEqualTo("4-7");
  }

  @Test
  void aDieThatIsAWholePackageIsNotDrawnTwice() throws Exception {
    var tree = Trees.twoNodes();
    for (int cpu = 0; cpu < 8; cpu++) {
      int first = cpu / 2 * 2;
      tree.file(CPU + cpu + "/topology/die_cpus", cpu < 4 ? "0f" : Trees.mask(first, first + 1));
      tree.file(CPU + cpu + "/topology/die_id", Integer.toString(cpu / 2));
      tree.file(CPU + cpu + "/topology/core_cpus", Trees.mask(cpu));
    }

    var host = Trees.host(tree);

    assertThat(Trees.told(host, "Die")).containsExactly("Die 4-5", "Die 6-7");
    assertThat(host.all(Die.class)).extracting(Die::osIndex).containsExactly(2, 3);
  }

  @Test
  void aClusterIsAGroupUnlessACoreOrCacheHasItsCpus() throws Exception {
    var tree = Trees.twoNodes();
    for (int cpu = 0; cpu < 8; cpu++) {
      tree.file(CPU + cpu + "/topology/core_cpus", Trees.mask(cpu));
      int first = cpu / 2 * 2;
      tree.file(
          CPU + cpu + "/topology/cluster_cpus", cpu < 4 ? Trees.mask(first, first + 1) : "f0");
      Trees.cache(tree, cpu, 0, 1, "Data", "32K", Trees.mask(cpu));
      Trees.cache(tree, cpu, 1, 1, "Instruction", "64K", Trees.mask(cpu));
      if (cpu == 2 || cpu == 3) {
        Trees.cache(tree, cpu, 2, 2, "Unified", "512K", Trees.mask(2, 3));
      }
    }

    var host = Trees.host(tree);

    assertThat(host.all(Group.class))
        .singleElement()
        .satisfies(group -> {
          assertThat(group.subtype()).isEqualTo("Cluster");
          assertThat(group.cpus().toString()).isEqualTo("0-1");
        });
  }

  @Test
  void siblingsOfAnAmdComputeUnitAreCores() throws Exception {
    var tree = Trees.twoNodes();
    tree.file(
        "proc/cpuinfo",
        "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 21\nmodel name\t: AMD Opteron");
    for (int cpu = 0; cpu < 8; cpu++) {
      tree.file(CPU + cpu + "/topology/core_id", Integer.toString(cpu % 4));
    }

    var host = Trees.host(tree);

    assertThat(host.all(Core.class)).hasSize(8);
    assertThat(host.all(CpuPackage.class).getFirst().model()).isEqualTo("AMD Opteron");
  }

  @Test
  void cachesOfAllKindsHaveSizeLineAndWays() throws Exception {
    var host = Trees.host(Trees.twoNodes());

    var l3 =
        host.all(Cache.class).stream()
            .filter(cache -> cache.id().kind() == ObjectKind.L3_CACHE)
            .toList();
    assertThat(l3).extracting(Cache::sizeKib).containsExactly(8_192L, 8_192L);
    assertThat(host.facts().infos(l3.getFirst().id()))
        .containsEntry(InfoName.CACHE_LINE_SIZE, "64")
        .containsEntry(InfoName.CACHE_ASSOCIATIVITY, "2048");
    assertThat(Trees.told(host, "L1Cache", "L1iCache"))
        .hasSize(8)
        .contains("L1Cache 0-1", "L1iCache 6-7");
  }

  @Test
  void aCacheWithoutCpusIsThatOfItsCore() throws Exception {
    var tree = Trees.twoNodes();
    for (int cpu = 0; cpu < 8; cpu++) {
      Trees.cache(tree, cpu, 3, 3, "Unified", "3072K", "00000000");
    }

    var host = Trees.host(tree);

    assertThat(Trees.told(host, "L3Cache"))
        .containsExactly("L3Cache 0-1", "L3Cache 2-3", "L3Cache 4-5", "L3Cache 6-7");
  }

  @Test
  void whatIsNonsenseIsLeftOutWithASentence() throws Exception {
    var tree = Trees.twoNodes();
    tree.file(CPU + 0 + "/cache/index3/size", "huge").file(CPU + 0 + "/cache/index0/level", "9");

    var reading = Trees.reading(tree);

    assertThat(reading.host().all(Cache.class)).hasSize(9);
    assertThat(reading.notices())
        .containsExactlyInAnyOrder(
            "sys/devices/system/cpu/cpu0/cache/index3/size holds \"huge\", which is no size; it was left out.",
            "sys/devices/system/cpu/cpu0/cache/index0 is of level 9, which has no name; it was left out.");
  }

  @Test
  void filesThatEndInNulBytesAreReadAsOthers() throws Exception {
    var tree = Trees.twoNodes().file("sys/devices/system/cpu/online", "0-6\n\0\0\0");

    var host = Trees.host(tree);

    assertThat(state(host, 7)).isEqualTo(PuState.OFFLINE);
  }

  @Test
  void aTreeWithoutCpusIsNoHost() {
    assertThatThrownBy(
            () -> Trees.host(new MemoryTree.Builder().file("proc/cpuinfo", "processor : 0")))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("test: No CPU is described here");
  }

  private static PuState state(HostTopology host, int cpu) {
    return host.pu(cpu).orElseThrow().state();
  }
}
