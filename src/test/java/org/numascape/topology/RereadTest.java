package org.numascape.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.document.HostRefresh;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.sample.SampleHosts;
import org.numascape.simulation.SimulatedHypervisor;

final class RereadTest {

  @Test
  void aHostReadThroughLibvirtKeepsTheCachesAndModelsItsFileTold()
      throws FormatException, HypervisorException {
    var known = SampleHosts.load(SampleHosts.DEMONSTRATION).topology();
    var design = Design.of("kvm-07", known, new HostSource.Sample("demonstration"), List.of());

    try (var hypervisor = SimulatedHypervisor.of(known, List.of())) {
      hypervisor.allocatePages(2, PageSize.TWO_MIB, 16_384);
      var merged = new HostRefresh(hypervisor).mergeInto(design).design().host();

      assertThat(merged.all(Cache.class)).hasSameSizeAs(known.all(Cache.class));
      assertThat(merged.all(CpuPackage.class).getFirst().model()).contains("EPYC 7313");
      assertThat(merged.node(2).orElseThrow().pool(PageSize.TWO_MIB).orElseThrow().total())
          .isEqualTo(16_384);
    }
  }

  @Test
  void anotherMachineReplacesTheOneThatWasKnown() {
    var known = Hosts.fourNodes();
    var fresh = Hosts.twoSockets();

    assertThat(Reread.of(known, fresh)).isEqualTo(fresh);
  }
}
