package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

final class CellsBeyondNodesTest {

  @Test
  void fourCellsOnTwoNodesAreTooMany() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(3)
                .cell("0", 1)
                .cell("1", 1)
                .cell("2", 1)
                .strict("0-1")
                .memnode(0, "0")
                .memnode(1, "0")
                .memnode(2, "1"));

    var problem = Findings.only(design, "N-01");

    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.message()).isEqualTo("The guest has 3 cells and is on nodes 0-1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void cellsOfAGuestOnOneNodeOrNoneAreWithoutCause() {
    var one =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0", 1).cell("1", 1).strict("1"));
    var none =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0", 1).cell("1", 1));

    Findings.everyFixResolves(one, Findings.only(one, "N-31"));
    assertThat(Findings.only(one, "N-31").message())
        .isEqualTo("The guest has 2 cells and is on node 1");
    assertThat(Findings.only(none, "N-31").message())
        .isEqualTo("The guest has 2 cells and is on no node in particular");
  }

  @Test
  void aCellForEachNodeAndACellWithoutVcpusAreRight() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 1)
                .cell("1", 1)
                .strict("0-1")
                .memnode(0, "0")
                .memnode(1, "1"),
            Guests.domain("tier").cell("0", 1).cell("", 1).strict("0"));

    Findings.none(design, "N-01");
    Findings.none(design, "N-31");
  }

  @Test
  void moreCellsThanTheHostHasNodesAreTooManyAnywhere() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(2).cell("0", 1).cell("1", 1));

    var problem = Findings.only(design, "N-01");

    assertThat(problem.message()).isEqualTo("The guest has 2 cells and the host 1 node");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void whileSomeCellsAreOnNoNodeNothingIsSaid() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").vcpus(3).cell("0", 1).cell("1", 1).cell("2", 1).memnode(0, "0"));

    Findings.none(design, "N-01");
    Findings.none(design, "N-31");
  }

  @Test
  void aHostThatTellsNoNodesHasNotTooFew() {
    var host =
        new HostTopology(
            new Machine("untold", CpuSet.of(0), Contents.of(List.of(new Pu(0, 0, PuState.ONLINE)))),
            DistanceMatrix.UNKNOWN);

    assertThat(
            Findings.only(
                    Designs.of(host, Guests.domain("a").vcpus(2).cell("0", 1).cell("1", 1)), "N-31")
                .message())
        .isEqualTo("The guest has 2 cells and is on no node in particular");
  }

  @Test
  void theCellsOfOneNodeAreMergedWhereverTheyStand() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(3)
                .cell("0", 1)
                .cell("1", 1)
                .cell("2", 1)
                .strict("0-1")
                .memnode(0, "1")
                .memnode(1, "0")
                .memnode(2, "0"));

    var problem = Findings.only(design, "N-01");

    assertThat(Findings.labels(problem)).containsExactly("Merge cells of a");
    Findings.everyFixResolves(design, problem);
  }
}
