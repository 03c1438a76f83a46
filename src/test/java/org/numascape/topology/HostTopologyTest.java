package org.numascape.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;

final class HostTopologyTest {

  @Test
  void aCpuIsAtHomeOnTheNodeThatHoldsIt() {
    var host = Hosts.fourNodes();

    assertThat(host.nodeOf(0)).hasValue(0);
    assertThat(host.nodeOf(63)).hasValue(3);
    assertThat(host.nodesOf(CpuSet.of(0, 16, 48))).isEqualTo(NodeSet.of(0, 2));
  }

  @Test
  void siblingsComeFromTheCoreAndNotFromNumbering() {
    assertThat(Hosts.fourNodes().siblings(5)).isEqualTo(CpuSet.of(5, 37));
  }

  @Test
  void aCpuWithFastMemoryBesideItsOwnIsAtHomeOnTheOrdinaryNode() {
    var cpus = CpuSet.of(0);
    var dram = node(0, 0, "", 1_048_576, cpus);
    var hbm = node(1, 1, "HBM", 4_194_304, cpus);
    var pu = new Pu(0, 0, PuState.ONLINE);
    var machine = new Machine("", cpus, new Contents(List.of(dram, hbm), List.of(pu), List.of()));

    assertThat(new HostTopology(machine, DistanceMatrix.UNKNOWN).nodeOf(0)).hasValue(0);
  }

  @Test
  void twoCpusOfOneNumberAreRefused() {
    var machine =
        new Machine(
            "",
            CpuSet.of(4),
            Contents.of(List.of(new Pu(0, 4, PuState.ONLINE), new Pu(1, 4, PuState.ONLINE))));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HostTopology(machine, DistanceMatrix.UNKNOWN))
        .withMessageContaining("PU")
        .withMessageContaining("4");
  }

  @Test
  void aNodeIsTenFromItselfEvenWhereNothingIsTold() {
    assertThat(DistanceMatrix.UNKNOWN.between(3, 3)).hasValue(10);
    assertThat(DistanceMatrix.UNKNOWN.between(0, 3)).isEmpty();
  }

  @Test
  void offlineCpusCannotRunAnything() {
    var machine =
        new Machine(
            "",
            CpuSet.of(0, 1),
            Contents.of(List.of(new Pu(0, 0, PuState.ONLINE), new Pu(1, 1, PuState.OFFLINE))));

    assertThat(new HostTopology(machine, DistanceMatrix.UNKNOWN).usableCpus())
        .isEqualTo(CpuSet.of(0));
  }

  private static NumaNode node(int logical, int os, String subtype, long kib, CpuSet cpus) {
    return new NumaNode(logical, os, subtype, kib, OptionalLong.empty(), List.of(), cpus);
  }
}
