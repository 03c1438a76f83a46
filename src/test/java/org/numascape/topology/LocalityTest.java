package org.numascape.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class LocalityTest {

  private static final Map<Integer, CpuSet> TWO_SOCKETS =
      Map.of(0, CpuSet.range(0, 3), 1, CpuSet.range(4, 7), 2, CpuSet.EMPTY, 3, CpuSet.EMPTY);

  private static DistanceMatrix distances(int fromFirst, int fromSecond) {
    return new DistanceMatrix(Map.of(0, Map.of(2, fromFirst), 1, Map.of(2, fromSecond)));
  }

  @Test
  void memoryWithoutCpusIsBesideTheNearestNodeWithCpus() {
    var guess = Locality.guess(2, TWO_SOCKETS, distances(14, 24)).orElseThrow();

    assertThat(guess.nearest()).isEqualTo(NodeSet.of(0));
    assertThat(guess.cpus()).isEqualTo(CpuSet.range(0, 3));
    assertThat(guess.why())
        .isEqualTo(
            "Node 2 has no CPUs; it is drawn beside node 0, the nearest with CPUs by distance (14).");
  }

  @Test
  void memoryEquallyFarFromAllBelongsToTheMachineWithoutAGuess() {
    assertThat(Locality.guess(2, TWO_SOCKETS, distances(17, 17))).isEmpty();
    assertThat(Locality.guess(2, TWO_SOCKETS, DistanceMatrix.UNKNOWN)).isEmpty();
  }

  @Test
  void anUnreachableNodeIsNoNeighbour() {
    assertThat(Locality.guess(2, TWO_SOCKETS, distances(255, 255))).isEmpty();
    assertThat(Locality.guess(2, TWO_SOCKETS, distances(255, 80)).orElseThrow().nearest())
        .isEqualTo(NodeSet.of(1));
  }

  @Test
  void theOnlyNodeWithCpusIsTheNearest() {
    var cpus = Map.of(0, CpuSet.range(0, 71), 2, CpuSet.EMPTY);

    var guess = Locality.guess(2, cpus, distances(80, 80)).orElseThrow();

    assertThat(guess.about(new ObjectId(ObjectKind.NUMA_NODE, 1)).why()).contains("node 0");
  }

  @Test
  void severalEquallyNearNodesShareTheMemory() {
    var cpus = Map.of(0, CpuSet.of(0), 1, CpuSet.of(1), 4, CpuSet.of(2), 2, CpuSet.EMPTY);
    var distances =
        new DistanceMatrix(Map.of(0, Map.of(2, 14), 1, Map.of(2, 14), 4, Map.of(2, 24)));

    var guess = Locality.guess(2, cpus, distances).orElseThrow();

    assertThat(guess.cpus()).isEqualTo(CpuSet.of(0, 1));
    assertThat(guess.why()).contains("nodes 0, 1, which are equally near");
  }
}
