package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class BalloonOfBoundCellsTest {

  private static Guests bound(long currentGib) {
    return Guests.domain("a")
        .vcpus(2)
        .cell("0", 4)
        .cell("1", 4)
        .strict("0-1")
        .memnode(0, "0")
        .memnode(1, "1")
        .with(domain ->
            domain.withMemory(
                domain.memory().withCurrentKib(OptionalLong.of(currentGib * 1_048_576))));
  }

  @Test
  void aBalloonThatTakesFromBoundCellsIsTold() {
    var troubled = Designs.of(Hosts.twoSockets(), bound(6));
    var problem = Findings.only(troubled, "N-33");

    assertThat(problem.message())
        .isEqualTo("The balloon takes 2 GiB from cells that are bound to nodes");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void aFullGuestIsRight() {
    Findings.none(Designs.of(Hosts.twoSockets(), bound(8)), "N-33");
  }
}
