package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.topology.CpuSet;

final class PartlyPinnedTest {

  @Test
  void aVcpuThatFloatsBesidePinnedOnesIsPinnedToTheirNode() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).pinned(0, "9").strict("1").emulator("8"));

    var problem = Findings.only(design, "P-01");

    assertThat(problem.message()).isEqualTo("vCPU 1 floats, the others are pinned");
    assertThat(Findings.labels(problem)).containsExactly("Pin vCPU 1 to node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void boundMemoryWantsItsVcpusNear() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).strict("1"));

    var problem = Findings.only(design, "P-01");

    assertThat(problem.message()).isEqualTo("vCPUs 0-1 float while the memory is bound to node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestThatFloatsAsAWholeIsLeftAlone() {
    Findings.none(Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2)), "P-01");
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).strict("0-1")), "P-01");
  }

  private static Map<Integer, CpuSet> afterTheFix(Design design) {
    var fix = Findings.only(design, "P-01").fixes().getFirst();
    return fix.edit().applyTo(design).guests().getFirst().wanted().vcpuPins();
  }

  @Test
  void eachVcpuGetsACpuOfItsOwnWhileThereAreSome() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).strict("1").emulator("8"));

    assertThat(afterTheFix(design).values()).doesNotHaveDuplicates().allMatch(c -> c.size() == 1);
  }

  @Test
  void moreVcpusThanCpusShareThoseOfTheNode() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(20).strict("1"));

    assertThat(afterTheFix(design)).hasSize(20).containsEntry(19, CpuSet.parse("8-15,24-31"));
  }

  @Test
  void whereOthersHaveAllCpusThereIsNoPlace() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).strict("1"),
            Guests.domain("full").vcpus(16).allPinnedOneToOne("8-15,24-31"));

    assertThat(Findings.only(design, "P-01").fixes()).isEmpty();
  }
}
