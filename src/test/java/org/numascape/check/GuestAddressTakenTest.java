package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;
import org.numascape.design.Design;
import org.numascape.domain.Controller;
import org.numascape.domain.HostDevice;
import org.numascape.domain.PciSlot;

final class GuestAddressTakenTest {

  private static final PciSlot SLOT = new PciSlot(0, 0, 9, 0);

  private static Design placed(Optional<PciSlot> one, Optional<PciSlot> other) {
    return Designs.of(
        MoreHosts.withDevices(),
        Guests.domain("a")
            .with(domain ->
                domain.withHardware(
                    domain
                        .hardware()
                        .withHostDevices(
                            List.of(
                                new HostDevice("0000:17:00.0").withGuest(one),
                                new HostDevice("0000:98:00.0").withGuest(other))))));
  }

  @Test
  void twoDevicesAtOnePlaceAreRefused() {
    var design = placed(Optional.of(SLOT), Optional.of(SLOT));

    var found = Findings.of(design, "D-10");

    assertThat(found).hasSize(2);
    assertThat(found.getFirst().severity()).isEqualTo(Severity.ERROR);
    assertThat(found.getFirst().title()).isEqualTo("The guest's address is taken");
    assertThat(found.getFirst().message())
        .isEqualTo("0000:17:00.0 is put at 0000:00:09.0 of the guest, where something else is");
    Findings.everyFixResolves(design, found.getFirst());
  }

  @Test
  void soIsADeviceWhereABusIs() {
    var bus =
        new Controller(
            "pci",
            OptionalInt.of(1),
            "pcie-root-port",
            Optional.of(SLOT),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());
    var design =
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a")
                .with(domain -> {
                  var controllers = new ArrayList<>(domain.hardware().controllers());
                  controllers.add(bus);
                  return domain.withHardware(
                      domain
                          .hardware()
                          .withControllers(controllers)
                          .withHostDevices(
                              List.of(
                                  new HostDevice("0000:17:00.0").withGuest(Optional.of(SLOT)))));
                }));

    Findings.everyFixResolves(design, Findings.only(design, "D-10"));
  }

  @Test
  void otherFunctionsAndPlacesLeftToLibvirtAreRight() {
    Findings.none(placed(Optional.of(SLOT), Optional.of(new PciSlot(0, 0, 9, 1))), "D-10");
    Findings.none(placed(Optional.empty(), Optional.empty()), "D-10");
  }
}
