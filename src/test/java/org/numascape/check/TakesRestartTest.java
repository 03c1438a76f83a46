package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

final class TakesRestartTest {

  @Test
  void pagesOfARunningGuestChangeAtItsNextStart() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").strict("0").running());

    var changed =
        new Edit.SetPages(new DomainId("a"), Optional.of(PageSize.TWO_MIB)).applyTo(design);

    assertThat(Findings.only(changed, "L-02").message())
        .isEqualTo("It runs, and takes over the memory backing when it is started again");
  }

  @Test
  void ofMemoryThatMovesAnotherRuleTells() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").strict("0").running());

    Findings.none(Edit.moveCell(design, new DomainId("a"), 0, 1).applyTo(design), "L-02");
  }

  @Test
  void pinsMoveAtOnceAndStoppedGuestsStartAnyway() {
    var running = Designs.of(Hosts.twoSockets(), Guests.domain("a").strict("0").running());
    var stopped = Designs.of(Hosts.twoSockets(), Guests.domain("a").strict("0"));
    var id = new DomainId("a");

    Findings.none(running, "L-02");
    Findings.none(new Edit.PinVcpus(id, Map.of(0, CpuSet.of(1))).applyTo(running), "L-02");
    Findings.none(Edit.moveCell(stopped, id, 0, 1).applyTo(stopped), "L-02");
  }
}
