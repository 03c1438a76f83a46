package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class SiblingsApartTest {

  @Test
  void plainAscendingPinsPutGuestSiblingsOnDifferentCores() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).topology(1, 2, 2).pinnedTo("1,2,17,18").emulator("0"));

    var problem = Findings.only(design, "P-05");

    assertThat(problem.message())
        .isEqualTo(
            "vCPUs 0-1 are threads of one guest core, but on different host cores;"
                + " so are those of 1 more guest cores");
    assertThat(Findings.labels(problem)).containsExactly("Order the pins of a by host core");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void siblingsOnSiblingsAreRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).topology(1, 2, 2).pinnedTo("1,17,2,18")),
        "P-05");
  }

  @Test
  void bothFloatingInTheirCoreAreRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(2).topology(1, 1, 2).allPinned("1,17")),
        "P-05");
  }

  @Test
  void oneCoreAloneIsToldAloneAndCpusOfTwoHalfCoresCannotBeOrdered() {
    var problem =
        Findings.only(
            Designs.of(
                Hosts.twoSockets(), Guests.domain("a").vcpus(2).topology(1, 1, 2).pinnedTo("1,2")),
            "P-05");

    assertThat(problem.message())
        .isEqualTo("vCPUs 0-1 are threads of one guest core, but on different host cores");
    assertThat(problem.fixes()).isEmpty();
  }

  @Test
  void aThreadWithAChoiceOfCoresOrNotPluggedInIsNotApart() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).topology(1, 1, 2).pinned(0, "1").pinned(1, "2-5")),
        "P-05");
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(3).maximum(4).topology(1, 2, 2).pinnedTo("1,17,2,3")),
        "P-05");
  }
}
