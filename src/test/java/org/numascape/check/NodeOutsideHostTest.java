package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.NodeSet;

final class NodeOutsideHostTest {

  @Test
  void aNodeTheHostLacksIsReplacedByTheNodeOfTheVcpus() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("8").strict("5"));

    var problem = Findings.only(design, "N-28");

    assertThat(problem.message()).isEqualTo("Memory is bound to node 5, this host has nodes 0-1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void cellsAndTheCommonRuleAreRepairedTogether() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 4)
                .cell("1", 4)
                .strict("0,7")
                .memnode(0, "0")
                .memnode(1, "7"));

    Findings.everyFixResolves(design, Findings.only(design, "N-28"));
  }

  @Test
  void aCommonRuleNobodyFollowsIsRepairedToo() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .cell("0", 4)
                .cell("", 4)
                .strict("0-7")
                .memnode(0, "0")
                .memnode(1, "1"));

    Findings.everyFixResolves(design, Findings.only(design, "N-28"));
  }

  @Test
  void nodesOfTheHostAreFine() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").strict("0-1"));

    assertThat(Findings.of(design, "N-28")).isEmpty();
  }

  @Test
  void onlyTheCellsConcernedAreLitUpAndBoundAnew() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 4)
                .cell("1", 4)
                .strict("0,7")
                .memnode(0, "0")
                .memnode(1, "7"));

    assertThat(Findings.only(design, "N-28").where())
        .containsExactly(new Item.Cell(new DomainId("a"), 1));
  }

  @Test
  void memoryOfAFloatingGuestGoesToTheFirstNodeWithRoom() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("full").memoryGib(62).strict("0"),
            Guests.domain("a").memoryGib(4).strict("5"));

    var fix = Findings.only(design, "N-28").fixes().getFirst();
    var fixed = fix.edit().applyTo(design).guests().getLast().wanted();

    assertThat(fixed.numaTune().bindingOf(0)).map(MemoryBinding::nodes).contains(NodeSet.of(1));
  }
}
