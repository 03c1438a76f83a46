package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
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

final class ComplexesMixedTest {

  private static Controller bus(int index, String model, Optional<PciSlot> at, OptionalInt cell) {
    return new Controller(
        "pci", OptionalInt.of(index), model, at, cell, OptionalInt.empty(), OptionalInt.empty());
  }

  /// Devices below two expanders, 1 and 2, each below a root port of its own.
  private static Design placed(Map<String, Integer> expanders) {
    var controllers = new ArrayList<Controller>();
    for (int expander = 1; expander < 3; expander++) {
      controllers.add(bus(expander, "pcie-expander-bus", Optional.empty(), OptionalInt.of(0)));
    }
    var devices = new ArrayList<HostDevice>();
    expanders.forEach((address, expander) -> {
      int port = 3 + devices.size();
      controllers.add(
          bus(
              port,
              "pcie-root-port",
              Optional.of(new PciSlot(0, expander, port, 0)),
              OptionalInt.empty()));
      devices.add(new HostDevice(address).withGuest(Optional.of(PciSlot.first(port))));
    });
    return Designs.of(
        MoreHosts.twoRootComplexes(),
        Guests.domain("a")
            .cell("0", 1)
            .with(domain ->
                domain.withHardware(
                    domain.hardware().withControllers(controllers).withHostDevices(devices))));
  }

  @Test
  void devicesOfOneRootComplexBelongBelowOneExpander() {
    var design = placed(new java.util.TreeMap<>(Map.of("0000:17:00.0", 1, "0000:18:00.0", 2)));

    var problem = Findings.only(design, "D-04");

    assertThat(problem.severity()).isEqualTo(Severity.INFO);
    assertThat(problem.message())
        .isEqualTo(
            "0000:17:00.0, 0000:18:00.0 hang below one root complex of the host, but below 2"
                + " expander buses of the guest");
  }

  @Test
  void devicesOfTwoRootComplexesDoNot() {
    var design = placed(new java.util.TreeMap<>(Map.of("0000:17:00.0", 1, "0000:41:00.0", 1)));

    assertThat(Findings.only(design, "D-04").message())
        .isEqualTo(
            "0000:17:00.0, 0000:41:00.0 hang below 2 root complexes of the host, but below one"
                + " expander bus of the guest");
  }

  @Test
  void asOnTheHostIsRightAndWithoutExpandersNothingIsSaid() {
    Findings.none(placed(Map.of("0000:17:00.0", 1, "0000:18:00.0", 1, "0000:41:00.0", 2)), "D-04");
    Findings.none(
        Designs.of(
            MoreHosts.twoRootComplexes(),
            Guests.domain("a").device("0000:17:00.0").device("0000:41:00.0")),
        "D-04");
  }
}
