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

  private static Guests with(int vcpus, Platform platform) {
    return Guests.domain("a")
        .vcpus(vcpus)
        .with(domain -> domain.withHardware(domain.hardware().withPlatform(platform)));
  }

  private static Platform remapping(String model, boolean extended) {
    return Platform.UNSAID.withIommu(Optional.of(new Iommu(model, true, extended)));
  }

  private static Platform arch(String arch) {
    return new Platform(
        arch, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void oneMoreThan255TakesIt() {
    Findings.none(Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(255)), "P-22");
    assertThat(Findings.of(Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(256)), "P-22"))
        .hasSize(1);
  }

  @Test
  void remappingAloneIsNotEnoughAndIntelsWantsQemusIoApic() {
    assertThat(
            Findings.only(Designs.of(Hosts.oneNode(), with(300, remapping("amd", false))), "P-22")
                .message())
        .isEqualTo("It has 300 vCPUs and lacks an IOMMU with interrupt remapping in extended mode");
    assertThat(
            Findings.only(Designs.of(Hosts.oneNode(), with(300, remapping("intel", true))), "P-22")
                .message())
        .isEqualTo("It has 300 vCPUs and lacks QEMU's I/O APIC");
    Findings.none(Designs.of(Hosts.oneNode(), with(300, remapping("amd", true))), "P-22");
  }

  @Test
  void whatIsMissingIsAdded() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(300));

    var problem = Findings.only(design, "P-22");

    assertThat(Findings.labels(problem)).containsExactly("Add what more than 255 vCPUs need");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void onlyX86HasThatLimit() {
    Findings.none(Designs.of(Hosts.oneNode(), with(300, arch("aarch64"))), "P-22");
    assertThat(Findings.of(Designs.of(Hosts.oneNode(), with(300, arch("x86_64"))), "P-22"))
        .hasSize(1);
  }
}
