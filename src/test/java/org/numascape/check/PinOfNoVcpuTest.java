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

final class PinOfNoVcpuTest {

  private static Design of(String pins) {
    var guest = Guests.domain("a").vcpus(2).build();
    String xml = "<domain><vcpu>2</vcpu><cputune>" + pins + "</cputune></domain>";
    return Designs.of(Hosts.oneNode())
        .withGuests(List.of(Guest.read(guest, xml, DomainState.FILE, 0)));
  }

  @Test
  void aPinBeyondTheLastVcpuIsDroppedSilently() {
    var problem =
        Findings.only(of("<vcpupin vcpu='1' cpuset='1'/><vcpupin cpuset='2' vcpu=\"5\"/>"), "P-15");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("vCPU 5 is pinned, the last one is 1; libvirt drops such pins");
  }

  @Test
  void pinsOfVcpusThatAreThereAreRight() {
    Findings.none(of("<vcpupin vcpu='0' cpuset='1'/><vcpupin vcpu='1' cpuset='2'/>"), "P-15");
  }

  @Test
  void theFirstVcpuBeyondIsNotThere() {
    assertThat(Findings.only(of("<vcpupin vcpu='2' cpuset='1'/>"), "P-15").message())
        .startsWith("vCPU 2 is pinned");
  }
}
