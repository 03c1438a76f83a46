package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.format.sysfs.Trees.NODE;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.InfoName;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;

final class NodeQuirksTest {

  @Test
  void nodesHaveCpusTotalAndFreeMemory() throws Exception {
    var host = Trees.host(Trees.twoNodes());

    var node = host.node(1).orElseThrow();
    assertThat(node.cpus().toString()).isEqualTo("4-7");
    assertThat(node.memoryKib()).isEqualTo(1_048_576);
    assertThat(node.freeKib()).hasValue(262_144);
    assertThat(host.distances().between(1, 0)).hasValue(21);
  }

  @Test
  void theMaskOfANodeCountsBeforeItsList() throws Exception {
    var tree = Trees.twoNodes().file(NODE + 1 + "/cpulist", "0-1");

    assertThat(Trees.host(tree).node(1).orElseThrow().cpus().toString()).isEqualTo("4-7");
  }

  @Test
  void theListOfANodeIsReadWhereThereIsNoMask() throws Exception {
    var tree = Trees.twoNodes().without(NODE + 1 + "/cpumap").file(NODE + 1 + "/cpulist", "4-7");

    assertThat(Trees.host(tree).node(1).orElseThrow().cpus().toString()).isEqualTo("4-7");
  }

  @Test
  void distancesOfSparseNodesGoByTheirOrder() throws Exception {
    var tree = Trees.twoNodes().without(NODE + 1);
    Trees.node(tree, 255, "f0", 1_048_576, "40 10");
    tree.file(NODE + 0 + "/distance", "10 80");

    var host = Trees.host(tree);

    assertThat(host.nodes().keySet()).containsExactly(0, 255);
    assertThat(host.distances().between(0, 255)).hasValue(80);
    assertThat(host.distances().between(255, 0)).hasValue(40);
  }

  @Test
  void distancesToANodeWithoutFolderGoByTheListOfNodes() throws Exception {
    var tree = Trees.twoNodes().without(NODE + 0).file("sys/devices/system/node/online", "0-1");

    var host = Trees.host(tree);

    assertThat(host.distances().between(1, 1)).hasValue(10);
    assertThat(host.distances().between(1, 0)).isEmpty();
    assertThat(host.nodeOf(0)).isEmpty();
  }

  @Test
  void distancesThatFitNoListAreLeftOutWithASentence() throws Exception {
    var reading = Trees.reading(Trees.twoNodes().file(NODE + 0 + "/distance", "10 20 30"));

    assertThat(reading.host().distances().isEmpty()).isTrue();
    assertThat(reading.notices())
        .containsExactly("Node 0 tells 3 distances, but the host has 2 nodes; they were left out.");
  }

  @Test
  void aNodeWithoutMemoryIsKept() throws Exception {
    var tree = Trees.twoNodes();
    Trees.node(tree, 1, "f0", 0, "21 10");

    assertThat(Trees.host(tree).node(1).orElseThrow().memoryKib()).isZero();
  }

  @Test
  void aNodeThatClaimsTheCpusOfAnotherIsLeftOutWithASentence() throws Exception {
    var tree = Trees.twoNodes();
    Trees.node(tree, 1, "18", 1_048_576, "21 10");

    var reading = Trees.reading(tree);

    assertThat(reading.host().nodes().keySet()).containsExactly(0);
    assertThat(reading.notices())
        .containsExactly(
            "Node 1 says it has CPUs of another node, which no machine can have; it was left out with 1 GiB of memory.");
  }

  @Test
  void nodesThatTheKernelFakesMayShareCpus() throws Exception {
    var tree = Trees.twoNodes().file("proc/cmdline", "ro quiet numa=fake=2U");
    Trees.node(tree, 1, "0f", 1_048_576, "21 10");

    assertThat(Trees.host(tree).nodes().keySet()).containsExactly(0, 1);
  }

  @Test
  void aNodeWithoutCpusBelongsWhereTheFirmwareSaysItIsAccessedFrom() throws Exception {
    var tree = withMemoryOnly("10 21 11", "21 10 31", "11 31 10");
    tree.file(NODE + 2 + "/access0/initiators/node0", "");
    tree.file(NODE + 2 + "/access1/initiators/node1", "");
    tree.file(NODE + 2 + "/access1/initiators/read_bandwidth", "2000");
    tree.file(NODE + 2 + "/access1/initiators/write_bandwidth", "1000");
    tree.file(NODE + 2 + "/access1/initiators/read_latency", "120");

    var host = Trees.host(tree);

    var node = host.node(2).orElseThrow();
    assertThat(node.cpus().isEmpty()).isTrue();
    assertThat(host.parent(node).orElseThrow().cpus().toString()).isEqualTo("4-7");
    assertThat(host.facts().guesses()).isEmpty();
    assertThat(host.facts().attributes())
        .extracting(MemoryAttribute::name)
        .containsExactlyInAnyOrder("Bandwidth", "ReadBandwidth", "WriteBandwidth", "ReadLatency");
    assertThat(host.facts().attributes().stream().filter(told -> told.name().equals("Bandwidth")))
        .singleElement()
        .satisfies(told ->
            assertThat(told.values())
                .containsExactly(new MemoryAttribute.Value(2, CpuSet.range(4, 7), 0, 1_500)));
  }

  @Test
  void withoutSuchASayingTheNearestNodeByDistanceIsAGuess() throws Exception {
    var host = Trees.host(withMemoryOnly("10 21 11", "21 10 31", "11 31 10"));

    var node = host.node(2).orElseThrow();
    assertThat(host.parent(node).orElseThrow().cpus().toString()).isEqualTo("0-3");
    assertThat(host.facts().guess(node.id()))
        .hasValueSatisfying(guess -> assertThat(guess.why()).startsWith("Node 2 has no CPUs"));
  }

  @Test
  void aNodeWithoutCpusThatIsEquallyFarFromAllBelongsToTheMachine() throws Exception {
    var host = Trees.host(withMemoryOnly("10 21 31", "21 10 31", "31 31 10"));

    assertThat(host.parent(host.node(2).orElseThrow())).contains(host.machine());
    assertThat(host.facts().guesses()).isEmpty();
  }

  private static MemoryTree.Builder withMemoryOnly(String zero, String one, String two) {
    var tree = Trees.twoNodes();
    tree.file(NODE + 0 + "/distance", zero).file(NODE + 1 + "/distance", one);
    Trees.node(tree, 2, "00000000", 2_097_152, two);
    return tree;
  }

  @Test
  void memoryOfAGpuIsAtItsGpu() throws Exception {
    var tree = withMemoryOnly("10 40 80", "40 10 80", "80 80 10");
    tree.file("proc/driver/nvidia/gpus/0004:05:00.0/numa_status", "Node:   2\nStatus: online");
    tree.file("sys/bus/pci/devices/0004:05:00.0/local_cpus", "f0");

    var host = Trees.host(tree);

    var node = host.node(2).orElseThrow();
    assertThat(node.subtype()).isEqualTo("GPUMemory");
    assertThat(host.parent(node).orElseThrow().cpus().toString()).isEqualTo("4-7");
    assertThat(host.facts().info(node.id(), "PCIBusID")).contains("0004:05:00.0");
  }

  @Test
  void memoryThatADeviceBecameIsCalledByTheDevice() throws Exception {
    var tree = withMemoryOnly("10 21 11", "21 10 31", "11 31 10");
    String path = "devices/platform/ACPI0017:00/root0/region0/dax_region0/dax0.0";
    tree.file("sys/" + path + "/target_node", "2");
    tree.link("sys/bus/dax/devices/dax0.0", "../../../" + path);
    tree.link("sys/bus/dax/drivers/kmem/dax0.0", "../../../../" + path);

    var host = Trees.host(tree);

    assertThat(host.node(2).orElseThrow().subtype()).isEqualTo("CXL");
  }

  @Test
  void theMemorySideCacheNearestToTheCpuIsOutermost() throws Exception {
    var tree = Trees.twoNodes();
    tree.file(NODE + 0 + "/memory_side_cache/index1/size", "1073741824");
    tree.file(NODE + 0 + "/memory_side_cache/index1/line_size", "64");
    tree.file(NODE + 0 + "/memory_side_cache/index1/indexing", "0");
    tree.file(NODE + 0 + "/memory_side_cache/index2/size", "1048576");

    var host = Trees.host(tree);

    var node = host.node(0).orElseThrow();
    assertThat(host.ancestors(node).stream().limit(2).map(MemoryCache.class::cast))
        .extracting(MemoryCache::sizeKib)
        .containsExactly(1_048_576L, 1_024L);
    assertThat(host.facts().infos(host.parent(node).orElseThrow().id()))
        .containsEntry(InfoName.CACHE_LINE_SIZE, "64")
        .containsEntry(InfoName.CACHE_ASSOCIATIVITY, "1");
  }

  @Test
  void hugePagesAreCountedPerNodeNotPerHost() throws Exception {
    var tree = Trees.twoNodes();
    pool(tree, "sys/kernel/mm/hugepages", 2_048, 30, 5);
    pool(tree, NODE + 0 + "/hugepages", 2_048, 10, 1);
    pool(tree, NODE + 1 + "/hugepages", 2_048, 20, 4);
    pool(tree, NODE + 1 + "/hugepages", 64, 0, 0);

    var host = Trees.host(tree);

    assertThat(host.node(0).orElseThrow().pools()).containsExactly(pool(2_048, 10, 1));
    assertThat(host.node(1).orElseThrow().pools())
        .containsExactly(pool(64, 0, 0), pool(2_048, 20, 4));
  }

  @Test
  void pagesThatOnlyTheHostTellsAreNotSpreadOverNodes() throws Exception {
    var tree = Trees.twoNodes();
    pool(tree, "sys/kernel/mm/hugepages", 2_048, 30, 5);

    var reading = Trees.reading(tree);

    assertThat(reading.host().all(NumaNode.class))
        .allSatisfy(node -> assertThat(node.pools()).isEmpty());
    assertThat(reading.notices())
        .containsExactly(
            "The host has 30 huge pages of 2 MiB, but does not tell on which nodes; none is shown.");
  }

  @Test
  void aKernelWithoutNumaHasOneNodeWithAllMemoryAndPages() throws Exception {
    var tree = Trees.twoNodes().without("sys/devices/system/node");
    tree.file("proc/meminfo", "MemTotal:       4194304 kB\nMemFree:        1048576 kB");
    pool(tree, "sys/kernel/mm/hugepages", 2_048, 30, 5);

    var host = Trees.host(tree);

    var node = host.node(0).orElseThrow();
    assertThat(node.cpus().toString()).isEqualTo("0-7");
    assertThat(node.memoryKib()).isEqualTo(4_194_304);
    assertThat(node.freeKib()).hasValue(1_048_576);
    assertThat(node.pools()).containsExactly(pool(2_048, 30, 5));
  }

  private static void pool(
      MemoryTree.Builder tree, String folder, long kib, long total, long free) {
    tree.file(folder + "/hugepages-" + kib + "kB/nr_hugepages", Long.toString(total));
    tree.file(folder + "/hugepages-" + kib + "kB/free_hugepages", Long.toString(free));
  }

  private static HugePagePool pool(long kib, long total, long free) {
    return new HugePagePool(new PageSize(kib), total, OptionalLong.of(free));
  }
}
