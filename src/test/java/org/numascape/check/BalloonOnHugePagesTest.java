package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.PageSize;

final class BalloonOnHugePagesTest {

  private static Guests ballooned(long currentKib) {
    return Guests.domain("a")
        .memoryGib(4)
        .with(domain ->
            domain.withMemory(domain.memory().withCurrentKib(OptionalLong.of(currentKib))));
  }

  @Test
  void hugePagesAreNotGivenBack() {
    var design = Designs.of(Hosts.twoSockets(), ballooned(3_145_728).hugePages(PageSize.TWO_MIB));

    var problem = Findings.only(design, "H-08");

    assertThat(problem.message())
        .isEqualTo("The balloon shall keep 1 GiB from the guest, and its huge pages stay taken");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void smallPagesAreAndAFullGuestKeepsNone() {
    Findings.none(Designs.of(Hosts.twoSockets(), ballooned(3_145_728)), "H-08");
    Findings.none(
        Designs.of(Hosts.twoSockets(), ballooned(4_194_304).hugePages(PageSize.TWO_MIB)), "H-08");
  }

  @Test
  void boundCellsOnHugePagesAreNotToldTwice() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 1)
                .cell("1", 1)
                .strict("0-1")
                .memnode(0, "0")
                .memnode(1, "1")
                .hugePages(PageSize.TWO_MIB)
                .with(domain ->
                    domain.withMemory(domain.memory().withCurrentKib(OptionalLong.of(1_048_576)))));

    Findings.only(design, "H-08");
    Findings.none(design, "N-33");
  }
}
