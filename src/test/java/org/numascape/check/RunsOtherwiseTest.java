package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.Guest;

final class RunsOtherwiseTest {

  private static Design running(Guests stored, Guests live) {
    var guest = stored.running().guest();
    return Designs.of(Hosts.twoSockets())
        .withGuests(
            List.of(
                new Guest(
                    guest.stored(),
                    guest.wanted(),
                    "",
                    Optional.of(live.build()),
                    guest.state(),
                    true,
                    0)));
  }

  @Test
  void otherPinsThanStoredAreTakenOver() {
    var design =
        running(
            Guests.domain("a").pinnedTo("1").emulator("0"),
            Guests.domain("a").pinnedTo("2").emulator("0"));

    var problem = Findings.only(design, "L-01");

    assertThat(problem.message()).isEqualTo("The running guest differs in the pins of the vCPUs");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void pinsThatAreOnlyLiveAreStored() {
    var design = running(Guests.domain("a"), Guests.domain("a").pinnedTo("2").emulator("0"));

    var problem = Findings.only(design, "L-06");

    assertThat(problem.message()).isEqualTo("vCPUs are pinned in the running guest only");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void theSamePlacementAndPinsToEveryCpuAreRight() {
    var design =
        running(
            Guests.domain("a").vcpus(2).pinned(0, "1"),
            Guests.domain("a").vcpus(2).pinned(0, "1").pinned(1, "0-31").emulator("0-31"));

    Findings.none(design, "L-01");
    Findings.none(design, "L-06");
  }

  @Test
  void aGuestWithoutAStoredDefinitionLosesItsPins() {
    var guest = Guests.domain("a").pinnedTo("1").running().guest();
    var passing =
        new Guest(guest.stored(), guest.wanted(), "", Optional.empty(), guest.state(), false, 0);
    var design = Designs.of(Hosts.twoSockets()).withGuests(List.of(passing));

    assertThat(Findings.only(design, "L-06").message())
        .isEqualTo("It is pinned, and has no stored definition");
  }

  @Test
  void pinsThatAreOnlyStoredGo() {
    var design =
        running(
            Guests.domain("a").vcpus(2).pinnedTo("1,2").emulator("0"),
            Guests.domain("a").vcpus(2).pinned(0, "1").emulator("0"));

    var fix = Findings.only(design, "L-01").fixes().getFirst();

    assertThat(fix.edit().applyTo(design).guests().getFirst().wanted().vcpuPins())
        .containsOnlyKeys(0);
  }
}
