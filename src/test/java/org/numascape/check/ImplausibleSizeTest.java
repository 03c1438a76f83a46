package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.GuestCell;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

final class ImplausibleSizeTest {

  @Test
  void fourTebibytesWereMeantAsFourGibibytes() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0", 4_096).cell("1", 4_096));

    var problems = Findings.of(design, "N-06");

    Findings.everyFixResolves(design, problems.getFirst());

    assertThat(problems).hasSize(2);
    assertThat(problems.getFirst().severity()).isEqualTo(Severity.ERROR);
    assertThat(problems.getFirst().message())
        .isEqualTo(
            "Cell 0 has 4 TiB, the host 128 GiB; with the unit one step smaller it were 4 GiB");
  }

  @Test
  void aGuestOfTheHostsSizeIsPlausible() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(128),
            Guests.domain("b").vcpus(2).cell("0", 1).cell("1", 60)),
        "N-06");
  }

  private static Guests kib(long first, long second) {
    return Guests.domain("a")
        .vcpus(2)
        .cell("0", 1)
        .cell("1", 1)
        .with(domain ->
            domain.withCells(
                List.of(
                    new GuestCell(0, CpuSet.of(0), first),
                    new GuestCell(1, CpuSet.of(1), second))));
  }

  @Test
  void aThousandTimesTheOtherCellIsASlipToo() {
    long gib = 1_048_576;

    assertThat(
            Findings.only(Designs.of(Hosts.twoSockets(), kib(60 * gib, 60 * 1_024)), "N-06")
                .message())
        .isEqualTo("Cell 0 has 60 GiB; with the unit one step smaller it were 60 MiB");
    Findings.none(Designs.of(Hosts.twoSockets(), kib(60 * gib, 60 * 1_024 + 1)), "N-06");
    Findings.none(Designs.of(Hosts.twoSockets(), kib(128 * gib, gib)), "N-06");
  }

  @Test
  void aCellWithoutMemoryIsNoMeasureAndNoSlip() {
    Findings.none(Designs.of(Hosts.twoSockets(), kib(4_194_304, 0)), "N-06");
    Findings.none(Designs.of(Hosts.twoSockets(), kib(0, 0)), "N-06");
  }

  @Test
  void aGuestWithoutCellsIsResizedAsAWhole() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").memoryGib(4_096));

    var problem = Findings.only(design, "N-06");

    assertThat(problem.message())
        .isEqualTo(
            "Its memory has 4 TiB, the host 128 GiB; with the unit one step smaller it were 4 GiB");
    assertThat(Findings.labels(problem)).containsExactly("Make it 4 GiB");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aHostThatDoesNotTellItsMemoryIsNoMeasure() {
    var host =
        new HostTopology(
            new Machine("untold", CpuSet.of(0), Contents.of(List.of(new Pu(0, 0, PuState.ONLINE)))),
            DistanceMatrix.UNKNOWN);

    Findings.none(Designs.of(host, Guests.domain("a").memoryGib(4_096)), "N-06");
    assertThat(Findings.only(Designs.of(host, kib(4_194_304, 4_096)), "N-06").message())
        .doesNotContain("the host");
  }
}
