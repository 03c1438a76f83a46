package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class TooManyIoThreadsTest {

  @Test
  void threeIoThreadsOnOneCpuAreTooMany() {
    var design =
        Designs.of(Hosts.oneNode(), Guests.domain("a").ioThread("0").ioThread("0").ioThread("0"));

    assertThat(Findings.only(design, "E-12").message())
        .isEqualTo("3 I/O threads have 1 CPU between them");
  }

  @Test
  void twoToACpuAreRight() {
    Findings.none(
        Designs.of(Hosts.oneNode(), Guests.domain("a").ioThread("0").ioThread("0")), "E-12");
  }
}
