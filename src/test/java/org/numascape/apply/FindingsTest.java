package org.numascape.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Guests;
import org.numascape.apply.Finding.Match;
import org.numascape.hypervisor.LivePins;
import org.numascape.topology.CpuSet;

final class FindingsTest {

  private final CpuSet online = CpuSet.range(0, 2);

  @Test
  void aThreadThatMayRunAnywhereMayBeAllowedCpusBesideTheOnlineOnes() {
    var wanted = Guests.domain("a").vcpus(2).build();
    var pins =
        new LivePins(Map.of(0, online, 1, CpuSet.range(0, 15)), CpuSet.range(0, 15), Map.of());

    var findings = Findings.running(wanted, pins, online);

    assertThat(findings).extracting(Finding::match).containsOnly(Match.VERIFIED);
  }

  @Test
  void aThreadThatMayRunAnywhereButIsConfinedIsDifferent() {
    var wanted = Guests.domain("a").vcpus(1).build();
    var pins = new LivePins(Map.of(0, CpuSet.of(1)), online, Map.of());

    var findings = Findings.running(wanted, pins, online);

    assertThat(findings)
        .extracting(Finding::line)
        .containsExactly(
            "vCPU 0 → any CPU (live): different, it is CPU 1",
            "emulator threads → any CPU (live): verified");
  }

  @Test
  void aPinIsExactlyWhatWasWantedOrDifferent() {
    var wanted = Guests.domain("a").vcpus(1).pinnedTo("1").build();
    var pins = new LivePins(Map.of(0, online), online, Map.of());

    var findings = Findings.running(wanted, pins, online);

    assertThat(findings)
        .extracting(Finding::line)
        .contains("vCPU 0 → CPU 1 (live): different, it is CPUs 0-2");
  }
}
