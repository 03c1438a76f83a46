package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;
import org.numascape.domain.DomainState;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.simulation.SimulatedHypervisor;
import org.numascape.topology.CpuSet;

final class HostRefreshTest {
  private static final String RUNNING = "6f1d3c1e-0c39-4f8a-9d3d-0a4d2f6b7c11";
  private static final String BROKEN = "6f1d3c1e-0c39-4f8a-9d3d-0a4d2f6b7c12";

  @Test
  void theHostIsReadWithItsNodesAndDistances() throws Exception {
    var opened = new HostRefresh(SimulatedHypervisor.of(Hosts.fourNodes(), List.of())).read();

    assertThat(opened.host().pus()).hasSize(64);
    assertThat(opened.host().nodes()).hasSize(4);
    assertThat(opened.host().distances().between(0, 3)).hasValue(32);
    assertThat(opened.host().node(0).orElseThrow().freeKib()).isPresent();
    assertThat(opened.guests()).isEmpty();
  }

  @Test
  void aThreadMovedLiveShowsInTheLiveGuestAndNotInTheStoredOne() throws Exception {
    var hypervisor = SimulatedHypervisor.of(Hosts.fourNodes(), List.of(running()));
    hypervisor.pinVcpuLive(RUNNING, 0, CpuSet.of(9));

    var guest = new HostRefresh(hypervisor).read().guests().getFirst();

    assertThat(guest.state()).isEqualTo(DomainState.RUNNING);
    assertThat(guest.stored().vcpuPins()).containsEntry(0, CpuSet.of(4));
    assertThat(guest.live().orElseThrow().vcpuPins()).containsEntry(0, CpuSet.of(9));
  }

  @Test
  void aThreadThatMayRunAnywhereHasNoLivePin() throws Exception {
    var hypervisor = SimulatedHypervisor.of(Hosts.fourNodes(), List.of(running()));

    var live = new HostRefresh(hypervisor).read().guests().getFirst().live().orElseThrow();

    assertThat(live.vcpuPins()).containsOnlyKeys(0);
    assertThat(live.emulatorPin()).isEmpty();
  }

  @Test
  void aGuestThatCannotBeReadIsLeftOutWithASentence() throws Exception {
    var broken =
        new DomainRecord(
            BROKEN, "odd", DomainState.SHUT_OFF, "<domain/>", Optional.empty(), true, false, false);

    var opened =
        new HostRefresh(SimulatedHypervisor.of(Hosts.fourNodes(), List.of(broken, running())))
            .read();

    assertThat(opened.guests())
        .singleElement()
        .satisfies(guest -> assertThat(guest.name()).isEqualTo("db"));
    assertThat(opened.leftOut()).singleElement().asString().startsWith("odd is left out: ");
  }

  private static DomainRecord running() {
    String xml =
        """
        <domain type='kvm'><name>db</name><uuid>%s</uuid><memory unit='GiB'>1</memory><vcpu>2</vcpu>
        <cputune><vcpupin vcpu='0' cpuset='4'/></cputune></domain>
        """
            .formatted(RUNNING);
    return new DomainRecord(
        RUNNING, "db", DomainState.RUNNING, xml, Optional.of(xml), true, false, false);
  }
}
