package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

final class SharedCpuInDomainTest {

  @Test
  void twoVcpusOnOneCpuOfADedicatedGuestAreAnError() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(4).pinnedTo("0,16,1,1"));

    var problem = Findings.only(design, "P-02");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message()).isEqualTo("vCPUs 2-3 are pinned to the same CPU 1");
    assertThat(Findings.labels(problem)).containsExactly("Move vCPU 3 of a to CPU 17");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void threeOnOneCpuSpreadInOneStep() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(3).pinnedTo("1,1,1"));

    Findings.everyFixResolves(design, Findings.only(design, "P-02"));
  }

  @Test
  void bothVcpusOfACoreOnTheSamePairOfSiblingsAreRight() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).allPinned("1,17"));

    assertThat(Findings.of(design, "P-02")).isEmpty();
  }

  @Test
  void aFullNodeSendsTheVcpuElsewhereAndAFullHostNowhere() {
    var fullNode =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("b").vcpus(15).allPinnedOneToOne("0,2-7,16-23"),
            Guests.domain("a").vcpus(2).pinnedTo("1,1"));
    var fullHost = Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(5).pinnedTo("0,1,2,3,3"));

    Findings.everyFixResolves(fullNode, Findings.only(fullNode, "P-02"));
    assertThat(Findings.only(fullHost, "P-02").fixes()).isEmpty();
  }

  @Test
  void theVcpusAndTheirCpuAreLitUp() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinnedTo("1,1"));

    assertThat(Findings.only(design, "P-02").where())
        .containsExactly(
            new Item.Vcpu(new DomainId("a"), 0),
            new Item.Vcpu(new DomainId("a"), 1),
            new Item.OnHost(design.host().pu(1).orElseThrow().id()));
  }
}
