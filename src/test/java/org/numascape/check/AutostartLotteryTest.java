package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.Guest;

final class AutostartLotteryTest {

  private static Guest guest(String name, int gib, boolean autostart) {
    var plain = Guests.domain(name).memoryGib(gib).strict("0").guest();
    return new Guest(
        plain.stored(), plain.wanted(), "", plain.live(), plain.state(), true, 0, autostart);
  }

  private static Design of(Guest... guests) {
    return Designs.of(Hosts.twoSockets()).withGuests(List.of(guests));
  }

  @Test
  void theLastOneToStartFindsTooLittle() {
    var design = of(guest("a", 40, true), guest("b", 40, true));

    var problem = Findings.only(design, "L-10");

    assertThat(problem.message())
        .isEqualTo("a and b start with the host and want 80 GiB of node 0, which has 64 GiB");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void whereOneIsStartedByHandOrTheyFitItIsRight() {
    Findings.none(of(guest("a", 40, true), guest("b", 40, false)), "L-10");
    Findings.none(of(guest("a", 30, true), guest("b", 30, true)), "L-10");
  }

  @Test
  void guestsThatNeverRunTogetherDoNotCompete() {
    var design = of(guest("a", 40, true), guest("b", 40, true));

    assertThat(Findings.of(design, "L-10")).hasSize(1);
    Findings.none(Findings.exclusive(design, "a", "b"), "L-10");
  }
}
