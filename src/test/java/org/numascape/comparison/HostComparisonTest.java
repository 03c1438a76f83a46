package org.numascape.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PageSize;
import org.numascape.topology.PciDevice;
import org.numascape.topology.PuState;

final class HostComparisonTest {

  private static final long GIB = 1_048_576;

  /// One package of 8 CPUs in 4 cores, an L3 and a node for `spread` CPUs each, a network card
  /// local to the last node.
  private record Box(
      int spread,
      boolean neighbours,
      long gibANode,
      long pages,
      int far,
      PuState last,
      String model,
      String subtype) {

    static final Box PLAIN = new Box(8, true, 64, 0, 20, PuState.ONLINE, "EPYC", "");

    HostTopology host() {
      var all = CpuSet.range(0, 7);
      var caches = new ArrayList<Draft>();
      var nodes = new ArrayList<Draft>();
      int count = 8 / spread;
      for (int node = 0; node < count; node++) {
        var cores = new ArrayList<Draft>();
        var cpus = CpuSet.EMPTY;
        for (int core = node * 4 / count; core < (node + 1) * 4 / count; core++) {
          var pair = neighbours ? CpuSet.of(2 * core, 2 * core + 1) : CpuSet.of(core, core + 4);
          cpus = cpus.or(pair);
          cores.add(
              Draft.core(core, pair)
                  .with(List.of(), pair.stream().mapToObj(this::pu).toList(), List.of()));
        }
        caches.add(
            Draft.cache(3, CacheType.UNIFIED, 32_768, cpus).with(List.of(), cores, List.of()));
        nodes.add(node(node, cpus));
      }
      var near = nodes.getLast().cpus();
      var card =
          Draft.of(
              ObjectKind.PCI_DEVICE,
              near,
              (logical, contents) ->
                  new PciDevice(
                      logical, "0000:41:00.0", 0x0200, "", 15.8, count - 1, near, contents));
      return Draft.machine("box", all)
          .with(
              List.of(),
              List.of(Draft.cpuPackage(0, model, all).with(nodes, caches, List.of(card))),
              List.of())
          .host(distances(count));
    }

    private Draft pu(int cpu) {
      return Draft.pu(cpu, cpu == 7 ? last : PuState.ONLINE);
    }

    private Draft node(int index, CpuSet cpus) {
      var pools =
          pages == 0
              ? List.<HugePagePool>of()
              : List.of(new HugePagePool(PageSize.TWO_MIB, pages, OptionalLong.empty()));
      return Draft.of(
          ObjectKind.NUMA_NODE,
          cpus,
          (logical, contents) ->
              new NumaNode(
                  logical, index, subtype, gibANode * GIB, OptionalLong.of(GIB), pools, cpus));
    }

    private DistanceMatrix distances(int nodes) {
      return nodes == 2
          ? new DistanceMatrix(Map.of(0, Map.of(0, 10, 1, far), 1, Map.of(0, far, 1, 10)))
          : DistanceMatrix.UNKNOWN;
    }

    Box nodesOf(int cpus, long gib) {
      return new Box(cpus, neighbours, gib, pages, far, last, model, subtype);
    }

    Box numberedApart() {
      return new Box(spread, false, gibANode, pages, far, last, model, subtype);
    }

    Box withPages(long count) {
      return new Box(spread, neighbours, gibANode, count, far, last, model, subtype);
    }

    Box farAt(int distance) {
      return new Box(spread, neighbours, gibANode, pages, distance, last, model, subtype);
    }

    Box lastIs(PuState state) {
      return new Box(spread, neighbours, gibANode, pages, far, state, model, subtype);
    }

    Box called(String name, String kind) {
      return new Box(spread, neighbours, gibANode, pages, far, last, name, kind);
    }
  }

  private static List<String> sentences(HostTopology before, HostTopology after) {
    return HostComparison.of(before, after).stream().map(Difference::sentence).toList();
  }

  @Test
  void aHostEqualsItself() throws FormatException {
    for (String name : SampleHosts.names()) {
      var host = SampleHosts.load(name).topology();

      assertThat(HostComparison.of(host, SampleHosts.load(name).topology())).isEmpty();
    }
  }

  @Test
  void splittingANodeInTwoSaysWhichCpusMovedAndWhatBecameOfMemoryCachesAndDevices() {
    var one = Box.PLAIN.host();
    var two = Box.PLAIN.nodesOf(4, 32).host();

    assertThat(sentences(one, two))
        .containsExactly(
            "NUMA nodes: 1 → 2",
            "L3 caches: 1 → 2",
            "node of CPUs 4-7: node 0 → node 1",
            "node 1: none → with CPUs 4-7",
            "memory of node 0: 64 GiB → 32 GiB",
            "0000:41:00.0: on node 0 → on node 1",
            "L3 caches: 1 × 32 MiB for 8 CPUs → 2 × 32 MiB for 4 CPUs");
  }

  @Test
  void everyDifferenceNamesWhatThePictureHasToMarkInItsOwnHost() {
    var one = Box.PLAIN.host();
    var two = Box.PLAIN.nodesOf(4, 32).host();

    var differences = HostComparison.of(one, two);

    assertThat(differences)
        .allSatisfy(difference -> {
          assertThat(difference.inBefore()).allMatch(id -> one.object(id).isPresent());
          assertThat(difference.inAfter()).allMatch(id -> two.object(id).isPresent());
        });
    assertThat(differences.get(2).inAfter())
        .containsExactlyElementsOf(
            List.of(4, 5, 6, 7).stream().map(cpu -> two.pu(cpu).orElseThrow().id()).toList());
  }

  @Test
  void seenFromTheOtherHostEveryDifferenceTurnsRound() {
    var one = Box.PLAIN.host();
    var two = Box.PLAIN.nodesOf(4, 64).withPages(512).lastIs(PuState.OFFLINE).host();

    var there = HostComparison.of(one, two).stream().map(Difference::sentence).toList();
    var back =
        HostComparison.of(two, one).stream()
            .map(Difference::reversed)
            .map(Difference::sentence)
            .toList();

    assertThat(back).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void anotherNumberingNamesTheCpusThatShareACore() {
    var found = sentences(Box.PLAIN.host(), Box.PLAIN.numberedApart().host());

    assertThat(found)
        .containsExactly("numbering: cores of CPUs 0-7: 0-1 share a core → 0,4 share a core");
  }

  @Test
  void poolsDistancesAndStatesAreToldWhereTheyChanged() {
    var split = Box.PLAIN.nodesOf(4, 32);

    assertThat(sentences(split.host(), split.withPages(1024).host()))
        .containsExactly(
            "pages of 2 MiB on node 0: none → 1,024 (2 GiB)",
            "pages of 2 MiB on node 1: none → 1,024 (2 GiB)");
    assertThat(sentences(split.host(), split.farAt(32).host()))
        .containsExactly("distance 0–1: 20 → 32");
    assertThat(sentences(split.host(), split.lastIs(PuState.ISOLATED).host()))
        .containsExactly("CPU 7: online → isolated");
  }

  @Test
  void smtIsOnWhereACoreRunsTwoThreads() throws FormatException {
    var on = Box.PLAIN.host();
    var off =
        Draft.machine("box", CpuSet.of(0))
            .with(
                List.of(),
                List.of(
                    Draft.core(0, CpuSet.of(0))
                        .with(List.of(), List.of(Draft.pu(0, PuState.ONLINE)), List.of())),
                List.of())
            .host(DistanceMatrix.UNKNOWN);

    assertThat(sentences(on, off)).contains("threads a core that run (SMT): 2 (on) → 1 (off)");
  }

  @Test
  void memoryThatTheKernelKeepsForItselfIsNoDifference() {
    var before = new Box(8, true, 1000, 0, 20, PuState.ONLINE, "EPYC", "").host();
    var after = new Box(8, true, 997, 0, 20, PuState.ONLINE, "EPYC", "").host();

    assertThat(HostComparison.of(before, after)).isEmpty();
  }

  @Test
  void modelsAndKindsOfMemoryAreNamed() {
    var other = Box.PLAIN.called("Xeon", "HBM").host();

    assertThat(sentences(Box.PLAIN.host(), other))
        .containsExactlyInAnyOrder(
            "kind of memory of node 0: not told → HBM", "CPU model: EPYC → Xeon");
  }

  @Test
  void kindsOfCoresAndAttributesOfMemoryAreCompared() {
    var host = Box.PLAIN.host();
    var before = host.with(facts("IntelAtom", 90));
    var after = host.with(facts("IntelCore", 110));

    assertThat(sentences(before, after))
        .containsExactly(
            "Latency of node 0 from CPUs 0-7: 90 ns → 110 ns",
            "kind of core of CPUs 0-3: IntelAtom → IntelCore");
  }

  private static HostFacts facts(String kind, long latency) {
    var value = new MemoryAttribute.Value(0, CpuSet.range(0, 7), 0, latency);
    return HostFacts.NONE
        .withCpuKinds(List.of(new CpuKind(CpuSet.range(0, 3), Map.of("CoreType", kind))))
        .withAttributes(
            List.of(
                new MemoryAttribute(
                    "Latency", MemoryAttribute.Order.LOWER_IS_BETTER, List.of(value))));
  }

  @Test
  void theTopicWithTheHeaviestDifferenceComesFirstAndTopicsStayTogether() {
    var differences = HostComparison.of(Hosts.twoSockets(), Hosts.fourNodes());

    var topics = differences.stream().map(Difference::topic).toList();
    var runs =
        Stream.iterate(0, at -> at < topics.size(), at -> at + 1)
            .filter(at -> at == 0 || topics.get(at) != topics.get(at - 1))
            .map(topics::get)
            .toList();
    assertThat(runs).doesNotHaveDuplicates().startsWith(Topic.COUNTS, Topic.NODES);
    assertThat(differences.getFirst().weight()).isEqualTo(Weight.DECISIVE);
  }

  @Test
  void anyTwoSamplesAreComparedInWords() throws FormatException {
    var hosts = new ArrayList<HostTopology>();
    for (String name : SampleHosts.names()) {
      hosts.add(SampleHosts.load(name).topology());
    }

    for (var before : hosts) {
      for (var after : hosts) {
        assertThat(HostComparison.of(before, after))
            .as("%s, %s", before, after)
            .hasSizeLessThan(1000)
            .allSatisfy(one -> {
              assertThat(one.before()).isNotBlank().isNotEqualTo(one.after());
              assertThat(one.after()).isNotBlank();
              assertThat(one.inBefore()).allMatch(id -> before.object(id).isPresent());
              assertThat(one.inAfter()).allMatch((ObjectId id) -> after.object(id).isPresent());
            });
      }
    }
  }
}
