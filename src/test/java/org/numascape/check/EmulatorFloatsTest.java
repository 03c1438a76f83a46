package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

final class EmulatorFloatsTest {

  @Test
  void thePictureTellsWhoseCpusItMayTake() {
    var design = Designs.pictured();

    var problem = Findings.of(design, "E-01").getFirst();

    assertThat(problem.message())
        .isEqualTo("The emulator floats over all CPUs, including those of rt-app (real-time)");
    assertThat(Findings.labels(problem)).containsExactly("Pin the emulator to host CPUs 0-1,32-33");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aPinnedGuestDisturbsItself() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinnedTo("1,17"));

    var problem = Findings.only(design, "E-01");

    assertThat(problem.message())
        .isEqualTo("The emulator floats over all CPUs, including those of its own vCPUs");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void theCpusetOfTheGuestCounts() {
    var within =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinnedTo("1,17").cpuset("0-1,17"));
    var outside =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinnedTo("1,17").cpuset("0,16"));

    assertThat(Findings.only(within, "E-01").message()).contains("floats over CPUs 0-1,17");
    assertThat(Findings.of(outside, "E-01")).isEmpty();
  }

  @Test
  void aGuestThatFloatsAsAWholeIsLeftAlone() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4),
            Guests.domain("b").pinnedTo("1").emulator("0"));

    assertThat(Findings.of(design, "E-01")).isEmpty();
  }

  private static String told(Guests... guests) {
    return Findings.of(Designs.of(Hosts.twoSockets(), guests), "E-01").getFirst().message();
  }

  @Test
  void aRealTimeGuestDisturbsItsOwnRealTimeVcpus() {
    assertThat(told(Guests.domain("rt").pinnedTo("1").fifo()))
        .isEqualTo("The emulator floats over all CPUs, including those of its own real-time vCPUs");
  }

  @Test
  void realTimeCpusOutOfReachAreNoneOfItsBusiness() {
    var there = Guests.domain("rt").pinnedTo("1").fifo().emulator("0");
    var everywhere = Guests.domain("rt").allPinned("1-7").fifo().emulator("0");

    assertThat(told(Guests.domain("a").pinnedTo("9").cpuset("8-15"), there))
        .isEqualTo("The emulator floats over CPUs 8-15, including those of its own vCPUs");
    assertThat(told(Guests.domain("a").pinnedTo("9"), everywhere))
        .isEqualTo("The emulator floats over all CPUs, including those of its own vCPUs");
  }

  @Test
  void theRealTimeGuestsWithinReachAreLitUp() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("rt").pinnedTo("1").fifo().emulator("0"),
            Guests.domain("a").vcpus(2));

    assertThat(Findings.only(design, "E-01").where())
        .containsExactly(
            new Item.Emulator(new DomainId("a")), new Item.WholeGuest(new DomainId("rt")));
  }
}
