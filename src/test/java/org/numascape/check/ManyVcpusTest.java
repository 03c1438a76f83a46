package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.Iommu;
import org.numascape.domain.Platform;

final class ManyVcpusTest {

  @Test
  void threeHundredVcpusNeedAnIommu() {
    var problem = Findings.only(Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(300)), "P-22");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("It has 300 vCPUs and lacks an IOMMU with interrupt remapping in extended mode");
  }

  @Test
  void x2apicIsNotToBeDisabled() {
    var guest =
        Guests.domain("a")
            .with(domain -> domain.withCpu(domain.cpu().withFeatures(Map.of("x2apic", "disable"))));

    var troubled = Designs.of(Hosts.oneNode(), guest);
    var problem = Findings.only(troubled, "P-22");

    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.title()).isEqualTo("The guest's x2apic is taken away");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void withAnIommuOrFewVcpusItIsRight() {
    var ready =
        Guests.domain("a")
            .vcpus(300)
            .with(domain ->
                domain.withHardware(
                    domain
                        .hardware()
                        .withPlatform(
                            Platform.UNSAID
                                .withIommu(Optional.of(new Iommu("intel", true, true)))
                                .withIoApic(Optional.of("qemu")))));

    Findings.none(Designs.of(Hosts.oneNode(), ready, Guests.domain("b").vcpus(64)), "P-22");
  }
}
