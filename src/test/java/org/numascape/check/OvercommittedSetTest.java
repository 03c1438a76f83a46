package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Edit;
import org.numascape.design.Thresholds;

final class OvercommittedSetTest {

  @Test
  void moreThanFiveVcpusToACpuAreTold() {
    var design =
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("a").vcpus(12).allPinned("1-2"),
            Guests.domain("b").vcpus(1).allPinned("3"));

    assertThat(Findings.only(design, "P-25").message())
        .isEqualTo("12 vCPUs of a guest share 2 CPUs, more than 5 to a CPU");
  }

  @Test
  void theThresholdIsASetting() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(12).allPinned("1-2"));
    var milder = new Thresholds(0, 0, 0, 5, 90, 25, 6);

    Findings.none(new Edit.SetThresholds(milder).applyTo(design), "P-25");
  }
}
