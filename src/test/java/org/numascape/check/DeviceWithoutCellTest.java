package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;
import org.numascape.domain.Controller;
import org.numascape.domain.HostDevice;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.PciSlot;
import org.numascape.domain.Platform;
import org.numascape.topology.NodeSet;

final class DeviceWithoutCellTest {

  private static Guests twoCells(int bus) {
    var expander =
        new Controller(
            "pci",
            OptionalInt.of(1),
            "pcie-expander-bus",
            Optional.of(PciSlot.first(0)),
            OptionalInt.of(1),
            OptionalInt.of(180),
            OptionalInt.empty());
    var port =
        new Controller(
            "pci",
            OptionalInt.of(2),
            "pcie-root-port",
            Optional.of(PciSlot.first(1)),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());
    return Guests.domain("a")
        .vcpus(2)
        .cell("0", 1)
        .cell("1", 1)
        .strict("0-1")
        .memnode(0, "0")
        .memnode(1, "1")
        .with(domain ->
            domain.withHardware(
                domain
                    .hardware()
                    .withControllers(List.of(expander, port))
                    .withHostDevices(
                        List.of(
                            new HostDevice("0000:81:00.0")
                                .withGuest(Optional.of(PciSlot.first(bus)))))));
  }

  @Test
  void withoutAnExpanderTheGuestSeesNoNode() {
    var design = Designs.of(MoreHosts.withDevices(), twoCells(0));

    assertThat(Findings.only(design, "D-02").message())
        .isEqualTo("0000:81:00.0 sits on no expander bus: the guest is not told its cell");
  }

  @Test
  void anExpanderOfNoCellTellsNothingEither() {
    var nowhere =
        twoCells(2)
            .with(domain ->
                domain.withHardware(
                    domain
                        .hardware()
                        .withControllers(
                            domain.hardware().controllers().stream()
                                .map(bus -> bus.withNode(OptionalInt.empty()))
                                .toList())));
    var design = Designs.of(MoreHosts.withDevices(), nowhere);

    assertThat(Findings.only(design, "D-02").message())
        .isEqualTo("0000:81:00.0 sits on an expander bus of no cell: the guest is not told its cell");
  }

  @Test
  void belowTheExpanderOfItsCellItIsRight() {
    Findings.none(Designs.of(MoreHosts.withDevices(), twoCells(2)), "D-02");
  }

  @Test
  void belowTheExpanderOfAnotherCellItIsTold() {
    var swapped =
        twoCells(2)
            .with(domain ->
                domain.withNumaTune(
                    new NumaTune(
                        domain.numaTune().memory(),
                        false,
                        Map.of(
                            0, new MemoryBinding(MemoryMode.STRICT, NodeSet.of(1)),
                            1, new MemoryBinding(MemoryMode.STRICT, NodeSet.of(0))))));

    assertThat(Findings.only(Designs.of(MoreHosts.withDevices(), swapped), "D-02").message())
        .isEqualTo("0000:81:00.0 is on node 1, the guest is told cell 1 on node 0");
  }

  @Test
  void anExpanderForItsCellIsMade() {
    var express =
        twoCells(0)
            .with(domain ->
                domain.withHardware(
                    domain
                        .hardware()
                        .withPlatform(
                            new Platform(
                                "x86_64",
                                "pc-q35-7.2",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))));
    var design = Designs.of(MoreHosts.withDevices(), express);

    var problem = Findings.only(design, "D-02");

    assertThat(Findings.labels(problem)).containsExactly("Put the devices of a on their cells");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void anOldBoardHasNoSuchBus() {
    var design = Designs.of(MoreHosts.withDevices(), twoCells(0));

    assertThat(Findings.only(design, "D-02").fixes()).isEmpty();
  }
}
