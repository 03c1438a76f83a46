package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.Controller;
import org.numascape.domain.Platform;

final class ExpanderOfNoCellTest {

  private static Guests expander(String model, int cell, int number, String machine) {
    return Guests.domain("a")
        .cell("0", 1)
        .with(domain -> {
          var hardware = domain.hardware();
          var all = new ArrayList<>(hardware.controllers());
          all.add(
              new Controller(
                  "pci",
                  OptionalInt.of(all.size() + 1),
                  model,
                  Optional.empty(),
                  OptionalInt.of(cell),
                  OptionalInt.of(number),
                  OptionalInt.empty()));
          var platform =
              new Platform(
                  "x86_64",
                  machine,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty());
          return domain.withHardware(hardware.withControllers(all).withPlatform(platform));
        });
  }

  private static String message(Guests guest) {
    return Findings.only(Designs.of(Hosts.oneNode(), guest), "D-03").message();
  }

  @Test
  void anExpanderForAMissingCellIsRefused() {
    assertThat(message(expander("pcie-expander-bus", 1, 100, "q35")))
        .isEqualTo("An expander bus is for cell 1, which is not there");
  }

  @Test
  void anExpressExpanderDoesNotFitAnOldBoard() {
    assertThat(message(expander("pcie-expander-bus", 0, 100, "pc-i440fx-9.2")))
        .isEqualTo("A pcie-expander-bus does not fit the machine pc-i440fx-9.2");
  }

  @Test
  void itGoesToTheLastCell() {
    var design = Designs.of(Hosts.oneNode(), expander("pcie-expander-bus", 7, 180, "pc-q35-7.2"));

    Findings.everyFixResolves(design, Findings.only(design, "D-03"));
  }

  @Test
  void anExpanderOfACellThatIsThereIsRight() {
    Findings.none(
        Designs.of(Hosts.oneNode(), expander("pcie-expander-bus", 0, 100, "pc-q35-9.2")), "D-03");
  }
}
