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

final class ForeignManagerTest {

  private static Design of(String xml) {
    var guest = Guests.domain("a").build();
    return Designs.of(Hosts.oneNode())
        .withGuests(List.of(Guest.read(guest, xml, DomainState.SHUT_OFF, 0)));
  }

  @Test
  void metadataOfNovaTellsTheManager() {
    var design =
        of(
            "<domain><metadata><nova:instance"
                + " xmlns:nova='http://openstack.org/xmlns/libvirt/nova/1.1'/></metadata></domain>");

    assertThat(Findings.only(design, "L-08").message()).isEqualTo("It belongs to OpenStack");
  }

  @Test
  void libosinfoIsNoManager() {
    Findings.none(
        of(
            "<domain><metadata><l:os xmlns:l='http://libosinfo.org/xmlns/libvirt/domain/1.0'/></metadata></domain>"),
        "L-08");
    Findings.none(of("<domain/>"), "L-08");
  }
}
