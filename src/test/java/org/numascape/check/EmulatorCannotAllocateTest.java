package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.PageSize;

final class EmulatorCannotAllocateTest {

  @Test
  void anEmulatorThatMayNotRunWhereThePagesAreCannotAllocateThem() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a")
                .pinnedTo("8")
                .strict("1")
                .hugePages(PageSize.ONE_GIB)
                .emulator("0,32"));

    var problem = Findings.only(design, "H-19");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("Its huge pages are on node 1, the emulator may use CPUs 0,32 only");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void whereSomeCellsAreCoveredItIsAWarning() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 1)
                .cell("1", 1)
                .strict("2-3")
                .memnode(0, "2")
                .memnode(1, "3")
                .hugePages(PageSize.TWO_MIB)
                .emulator("16"));

    assertThat(Findings.only(design, "H-19").severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void memoryThatMovesBringsTheEmulatorAlong() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a")
                .pinnedTo("8")
                .strict("0")
                .hugePages(PageSize.ONE_GIB)
                .emulator("0,32"));

    var problem = Findings.only(design, "N-04");

    assertThat(Findings.labels(problem)).first().isEqualTo("Move cell 0 to node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void oneCpuOfTheNodeIsEnough() {
    Findings.none(
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").strict("1").hugePages(PageSize.ONE_GIB).emulator("0,15"),
            Guests.domain("b").strict("1").emulator("0"),
            Guests.domain("c").strict("1").hugePages(PageSize.ONE_GIB)),
        "H-19");
  }
}
