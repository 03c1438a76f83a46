package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.domain.MemoryMode;

final class RefusedLiveTest {

  private static final DomainId A = new DomainId("a");

  private static Design running(MemoryMode mode) {
    return Designs.of(Hosts.twoSockets(), Guests.domain("a").memory(mode, "0").running());
  }

  @Test
  void theModeOfARunningGuestNeverChanges() {
    var design = running(MemoryMode.STRICT);
    var changed = new Edit.SetMemoryMode(A, MemoryMode.INTERLEAVE).applyTo(design);

    assertThat(Findings.only(changed, "L-03").message())
        .isEqualTo(
            "Its memory goes from strict to interleave, and libvirt refuses that while it runs");
  }

  @Test
  void strictMemoryStaysWhereItIs() {
    var design = running(MemoryMode.STRICT);

    assertThat(Findings.only(Edit.moveCell(design, A, 0, 1).applyTo(design), "L-03").message())
        .isEqualTo("Its memory goes to other nodes, and libvirt refuses that while it runs");
  }

  @Test
  void soDoesACellsMemory() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 1)
                .cell("1", 1)
                .strict("0-1")
                .memnode(0, "0")
                .memnode(1, "1")
                .running());

    assertThat(Findings.only(Edit.moveCell(design, A, 0, 1).applyTo(design), "L-03").message())
        .isEqualTo("Its cells' memory goes to other nodes, and libvirt refuses that while it runs");
  }

  @Test
  void restrictiveNodesAndStoppedGuestsMayChange() {
    var restrictive = running(MemoryMode.RESTRICTIVE);
    var stopped = Designs.of(Hosts.twoSockets(), Guests.domain("a").strict("0"));

    Findings.none(restrictive, "L-03");
    Findings.none(Edit.moveCell(restrictive, A, 0, 1).applyTo(restrictive), "L-03");
    Findings.none(Edit.moveCell(stopped, A, 0, 1).applyTo(stopped), "L-03");
  }
}
