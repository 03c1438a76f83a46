package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.topology.CpuSet;

final class TakesRestartTest {

  @Test
  void memoryOfARunningGuestMovesAtItsNextStart() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").strict("0").running());

    var moved = Edit.moveCell(design, new DomainId("a"), 0, 1).applyTo(design);

    assertThat(Findings.only(moved, "L-02").message())
        .isEqualTo("It runs, and takes over the memory placement when it is started again");
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
