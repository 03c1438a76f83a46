package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.domain.DomainState;

final class MemoryNotSumTest {

  private static Design of(String memory) {
    var guest = Guests.domain("a").vcpus(2).cell("0", 2).cell("1", 2).build();
    String xml = "<domain>" + memory + "<devices/></domain>";
    return Designs.of(Hosts.twoSockets())
        .withGuests(List.of(Guest.read(guest, xml, DomainState.FILE, 0)));
  }

  @Test
  void whatTheElementSaysIsReplacedByTheSumOfTheCells() {
    var design = of("<memory unit='GiB'>8</memory>");

    var problem = Findings.only(design, "N-05");

    assertThat(problem.message())
        .isEqualTo(
            "The memory is 8 GiB by its element, 4 GiB by its cells; libvirt takes the cells");
    assertThat(Findings.labels(problem)).containsExactly("Scale the cells to 8 GiB");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void theSumInAnyUnitIsRight() {
    Findings.none(of("<memory>4194304</memory>"), "N-05");
    Findings.none(of("<memory unit='bytes'>4294967296</memory>"), "N-05");
    Findings.none(of("<memory unit='MiB'>4096</memory>"), "N-05");
    Findings.none(of(""), "N-05");
  }

  @Test
  void lessThanAMebibyteIsRounding() {
    Findings.none(of("<memory>4195327</memory>"), "N-05");
    assertThat(Findings.of(of("<memory>4195328</memory>"), "N-05")).hasSize(1);
  }

  @Test
  void decimalUnitsAndTebibytesAreRead() {
    Findings.none(of("<memory unit='KB'>4294967</memory>"), "N-05");
    Findings.none(of("<memory unit='MB'>4295</memory>"), "N-05");
    assertThat(Findings.only(of("<memory unit='GB'>8</memory>"), "N-05").message())
        .startsWith("The memory is 7.5 GiB by its element");
    assertThat(Findings.only(of("<memory unit='TiB'>1</memory>"), "N-05").message())
        .startsWith("The memory is 1 TiB by its element");
  }
}
