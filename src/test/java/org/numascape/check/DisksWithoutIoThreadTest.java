package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class DisksWithoutIoThreadTest {

  @Test
  void disksOfADedicatedGuestWantAnIoThread() {
    var design =
        Designs.of(Hosts.oneNode(), Guests.domain("a").pinnedTo("1").disk("vda", "virtio"));

    var troubled = design;
    var problem = Findings.only(troubled, "E-05");

    assertThat(problem.message()).isEqualTo("Its disk is served by the main loop");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void servedDisksOtherBusesAndSharedGuestsAreRight() {
    Findings.none(
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("a").pinnedTo("1").ioThread("0").disk("vda", "virtio", 1),
            Guests.domain("b").pinnedTo("2").disk("sda", "sata"),
            Guests.domain("c").disk("vda", "virtio")),
        "E-05");
  }
}
