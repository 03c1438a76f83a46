package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryDevice;

final class MemoryDeviceRefusedTest {

  private static Guests with(
      String model, long kib, OptionalInt node, OptionalLong block, OptionalLong requested) {
    var device =
        new MemoryDevice(
            model,
            kib,
            node,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            block,
            requested,
            Optional.empty(),
            Optional.empty());
    return Guests.domain("a")
        .cell("0", 1)
        .maxMemory(64, 4)
        .with(domain -> domain.withHardware(domain.hardware().withMemoryDevices(List.of(device))));
  }

  private static Guests dimm(OptionalInt node) {
    return with("dimm", 1_048_576, node, OptionalLong.empty(), OptionalLong.empty());
  }

  private static Guests virtioMem(long kib, long block, long requested) {
    return with(
        "virtio-mem", kib, OptionalInt.of(0), OptionalLong.of(block), OptionalLong.of(requested));
  }

  private static String told(Guests guest) {
    var design = Designs.of(Hosts.twoSockets(), guest);
    var problem = Findings.only(design, "N-38");
    Findings.everyFixResolves(design, problem);
    return problem.message();
  }

  @Test
  void aDimmNeedsACellThatIsThere() {
    assertThat(told(dimm(OptionalInt.empty()))).isEqualTo("dimm 0 is on no cell");
    assertThat(told(dimm(OptionalInt.of(1)))).isEqualTo("dimm 0 is on cell 1, which is not there");
  }

  @Test
  void persistentMemoryOverVirtioMayHaveNone() {
    assertThat(
            told(
                with(
                    "virtio-pmem",
                    1_048_576,
                    OptionalInt.of(0),
                    OptionalLong.empty(),
                    OptionalLong.empty())))
        .isEqualTo("virtio-pmem 0 may be on no cell");
  }

  @Test
  void virtioMemComesInBlocks() {
    assertThat(told(virtioMem(1_048_576, 3_000, 0)))
        .isEqualTo("virtio-mem 0 has blocks of 3000 KiB, which is no power of two");
    assertThat(told(virtioMem(1_048_576, 2_048, 1_000)))
        .isEqualTo("virtio-mem 0 has a size that is no whole number of its blocks");
    assertThat(told(virtioMem(1_048_577, 2_048, 0)))
        .isEqualTo("virtio-mem 0 has a size that is no whole number of its blocks");
    assertThat(told(virtioMem(1_048_576, 2_048, 2_097_152)))
        .isEqualTo("virtio-mem 0 shall give more than it has");
  }

  @Test
  void rightOnesAreNotTold() {
    Findings.none(Designs.of(Hosts.twoSockets(), dimm(OptionalInt.of(0))), "N-38");
    Findings.none(Designs.of(Hosts.twoSockets(), virtioMem(1_048_576, 2_048, 524_288)), "N-38");
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            with(
                "virtio-pmem",
                1_048_576,
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty())),
        "N-38");
  }

  @Test
  void aFixRoundsSizesDownToWholeBlocks() {
    var design = Designs.of(Hosts.twoSockets(), virtioMem(1_048_577, 2_048, 5_000));

    var fix = Findings.only(design, "N-38").fixes().getFirst();
    var device =
        fix.edit()
            .applyTo(design)
            .guests()
            .getFirst()
            .wanted()
            .hardware()
            .memoryDevices()
            .getFirst();

    assertThat(device.sizeKib()).isEqualTo(1_048_576);
    assertThat(device.requestedKib()).hasValue(4_096);
    assertThat(device.blockKib()).hasValue(2_048);
    assertThat(device.node()).hasValue(0);
  }

  @Test
  void aDeviceStaysOnItsCellAndOneWithoutGoesToTheLast() {
    var wrong = virtioMem(1_048_577, 2_048, 0).cell("", 1);
    var lost = dimm(OptionalInt.of(7)).cell("", 1);

    assertThat(cellAfterTheFix(wrong)).hasValue(0);
    assertThat(cellAfterTheFix(lost)).hasValue(1);
  }

  private static OptionalInt cellAfterTheFix(Guests guest) {
    var design = Designs.of(Hosts.twoSockets(), guest);
    var fix = Findings.only(design, "N-38").fixes().getFirst();
    return fix.edit()
        .applyTo(design)
        .guests()
        .getFirst()
        .wanted()
        .hardware()
        .memoryDevices()
        .getFirst()
        .node();
  }

  @Test
  void blocksOfNoSizeAreRefused() {
    assertThat(
            told(
                with(
                    "virtio-mem",
                    1_048_576,
                    OptionalInt.of(0),
                    OptionalLong.empty(),
                    OptionalLong.of(0))))
        .isEqualTo("virtio-mem 0 has no size of its blocks");
  }
}
