package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.domain.Allocations;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

final class AllocationsOverlapTest {

  private static Design allocated(List<String> caches, List<String> bandwidths) {
    var allocations =
        new Allocations(
            Stream.of(caches.toArray(String[]::new))
                .map(vcpus -> new Allocations.CacheGroup(CpuSet.parse(vcpus), List.of()))
                .toList(),
            Stream.of(bandwidths.toArray(String[]::new))
                .map(vcpus -> new Allocations.BandwidthGroup(CpuSet.parse(vcpus), Map.of(0, 50)))
                .toList());
    return Designs.of(
        Hosts.oneNode(),
        Guests.domain("a")
            .vcpus(4)
            .with(domain -> domain.withCpuTune(domain.cpuTune().withAllocations(allocations))));
  }

  private static String told(Design design) {
    var problem = Findings.only(design, "E-17");
    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    Findings.everyFixResolves(design, problem);
    return problem.message();
  }

  @Test
  void groupsThatOverlapInPartAreRefused() {
    assertThat(told(allocated(List.of("0-1", "1-2"), List.of())))
        .isEqualTo("The groups of vCPUs 0-1 and vCPUs 1-2 overlap");
    assertThat(told(allocated(List.of("0-1"), List.of("1"))))
        .isEqualTo("The groups of vCPUs 0-1 and vCPU 1 overlap");
  }

  @Test
  void soIsAGroupTwice() {
    assertThat(told(allocated(List.of("0-1", "0-1"), List.of())))
        .isEqualTo("Two cachetune are for vCPUs 0-1");
    assertThat(told(allocated(List.of(), List.of("2", "2"))))
        .isEqualTo("Two memorytune are for vCPU 2");
  }

  @Test
  void withoutKvmThereAreNone() throws FormatException {
    String kvm =
        Plain.with(Plain.tuned("<memorytune vcpus='0'><node id='0' bandwidth='50'/></memorytune>"))
            .replace("'qemu'", "'kvm'");

    assertThat(Foreseen.found(Hosts.oneNode(), List.of(kvm), "E-17")).isEmpty();
    assertThat(Foreseen.found(Hosts.oneNode(), List.of(kvm.replace("'kvm'", "'qemu'")), "E-17"))
        .containsExactly(Severity.ERROR);
  }

  @Test
  void apartOrForCacheAndBandwidthTheyAreRight() {
    Findings.none(allocated(List.of("0-1", "2-3"), List.of("0-1")), "E-17");
    Findings.none(Designs.of(Hosts.oneNode(), Guests.domain("a")), "E-17");
  }
}
