package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryDevice;

final class HotplugMemoryTest {

  @Test
  void memoryToPlugInWantsACellAndSlots() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").maxMemory(8, 0));

    var troubled = design;
    var problem = Findings.only(troubled, "N-29");

    assertThat(problem.message()).isEqualTo("The guest has no cell, no slot");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void aMaximumBelowTheMemoryIsRefused() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").cell("0", 4).maxMemory(2, 1));

    assertThat(Findings.only(design, "N-29").message())
        .isEqualTo("The guest has less than its memory as a maximum");
  }

  @Test
  void aCellAndSlotsAreRight() {
    Findings.none(
        Designs.of(
            Hosts.oneNode(), Guests.domain("a").cell("0", 1).maxMemory(8, 4), Guests.domain("b")),
        "N-29");
  }

  private static Guests plugged(int devices) {
    var device =
        new MemoryDevice(
            "dimm",
            1_048_576,
            OptionalInt.of(0),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty());
    return Guests.domain("a")
        .cell("0", 1)
        .with(domain ->
            domain.withHardware(
                domain.hardware().withMemoryDevices(Collections.nCopies(devices, device))));
  }

  @Test
  void memoryDevicesWantAMaximumAndASlotEach() {
    assertThat(Findings.only(Designs.of(Hosts.oneNode(), plugged(1)), "N-29").message())
        .isEqualTo("The guest has memory devices, but no maximum");
    assertThat(
            Findings.only(Designs.of(Hosts.oneNode(), plugged(2).maxMemory(8, 1)), "N-29")
                .message())
        .isEqualTo("The guest has 2 memory devices, but 1 slots");
    Findings.none(Designs.of(Hosts.oneNode(), plugged(2).maxMemory(8, 2)), "N-29");
  }

  @Test
  void aMaximumOfExactlyTheMemoryIsRight() {
    Findings.none(
        Designs.of(Hosts.oneNode(), Guests.domain("a").cell("0", 4).maxMemory(4, 1)), "N-29");
  }
}
