package org.numascape.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.Contents;
import org.numascape.topology.Core;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

final class HistoryRefreshedTest {

  private static final DomainId DB = new DomainId("db");

  private final Guest before = Guests.domain("db").pinnedTo("0").running().guest();
  private final Guest moved = Guests.domain("db").pinnedTo("5").running().guest();

  @Test
  void undoAfterAnApplyWantsTheOldPlacementBack() {
    var planned = history(before).after(pin(5));

    var undone = planned.refreshed(design(moved)).undo().present();

    var guest = undone.guest(DB).orElseThrow();
    assertThat(guest.stored()).as("what the host has").isEqualTo(moved.stored());
    assertThat(guest.wanted().vcpuPins()).containsEntry(0, CpuSet.of(0));
    assertThat(guest.changed()).isTrue();
  }

  @Test
  void redoAfterAnApplyIsWhatTheHostHas() {
    var planned = history(before).after(pin(5));

    var again = planned.refreshed(design(moved)).undo().redo().present();

    assertThat(again.changedGuests()).isEmpty();
  }

  @Test
  void whatSomebodyElseChangedOfAnUntouchedGuestIsNoChangeInAnyState() {
    var edited = history(before).after(new Edit.Rename("other"));

    var undone = edited.refreshed(design(moved)).undo().present();

    assertThat(undone.changedGuests()).isEmpty();
    assertThat(undone.guest(DB).orElseThrow().wanted()).isEqualTo(moved.stored());
  }

  @Test
  void whatTheDesignLeftAloneIsTheHostsInEveryState() {
    var planned = history(before).after(pin(5));
    var larger = Guests.domain("db").memoryGib(8).pinnedTo("5").running().guest();

    var undone = planned.refreshed(design(larger)).undo().present();

    assertThat(undone.guest(DB).orElseThrow().wanted().memoryKib()).isEqualTo(8 * 1_048_576L);
  }

  @Test
  void cellsThatADesignMadeStayWantedWhenSomebodyElseMovesAPin() {
    var split = history(before).after(new CellEdit.Split(DB, 0, 2));

    var read = split.refreshed(split.present().readAs(design(moved), split.present())).present();

    var guest = read.guest(DB).orElseThrow();
    assertThat(guest.wanted().cells()).hasSize(2);
    assertThat(guest.wanted().vcpuPins()).containsEntry(0, CpuSet.of(5));
  }

  @Test
  void undoAfterAPoolWasSetPlansTheOldPool() {
    var start = History.startingAt(pooled(12_288));
    var grown = start.after(new Edit.PlanPool(new PoolPlan(0, PageSize.TWO_MIB, 16_384)));

    var refreshed = grown.refreshed(pooled(16_384));

    assertThat(refreshed.present().pools()).isEmpty();
    assertThat(refreshed.undo().present().pools())
        .containsExactly(new PoolPlan(0, PageSize.TWO_MIB, 12_288));
    assertThat(refreshed.undo().redo().present().pools()).isEmpty();
  }

  private static Design pooled(long pages) {
    var pool = new HugePagePool(PageSize.TWO_MIB, pages, OptionalLong.empty());
    var cpus = CpuSet.of(0);
    var node = new NumaNode(0, 0, "", 67_108_864, OptionalLong.empty(), List.of(pool), cpus);
    var core = new Core(0, 0, cpus, Contents.of(List.of(new Pu(0, 0, PuState.ONLINE))));
    var inside = new Contents(List.of(node), List.of(core), List.of());
    var host = new HostTopology(new Machine("pools", cpus, inside), DistanceMatrix.UNKNOWN);
    return Design.of("d", host, new HostSource.Sample("pools"), List.of());
  }

  private static Edit pin(int cpu) {
    return new Edit.PinVcpus(DB, Map.of(0, CpuSet.of(cpu)));
  }

  private static History history(Guest guest) {
    return History.startingAt(design(guest));
  }

  private static Design design(Guest guest) {
    return Design.of("d", Hosts.twoSockets(), new HostSource.Sample("two"), List.of(guest));
  }
}
