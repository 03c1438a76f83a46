package org.numascape.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Guests;
import org.numascape.domain.Controller;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryBacking.Page;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

final class CellEditTest {

  private static final long GIB = 1_048_576;
  private static final DomainId DB = new DomainId("db");

  private static Domain twoCells() {
    return Guests.domain("db")
        .vcpus(8)
        .topology(1, 4, 2)
        .cell("0-3", 4)
        .cell("4-7", 8)
        .memnode(0, "0")
        .memnode(1, "1")
        .build();
  }

  @Test
  void aCellIsSplitCoreByCoreAndItsRuleGoesWithBothParts() {
    var split = new CellEdit.Split(DB, 0, 2).changed(twoCells());

    assertThat(split.cells())
        .extracting(GuestCell::vcpus)
        .containsExactly(CpuSet.range(0, 1), CpuSet.range(2, 3), CpuSet.range(4, 7));
    assertThat(split.cells())
        .extracting(GuestCell::memoryKib)
        .containsExactly(2 * GIB, 2 * GIB, 8 * GIB);
    assertThat(split.numaTune().bindingOf(1).orElseThrow().nodes()).isEqualTo(NodeSet.of(0));
    assertThat(split.numaTune().bindingOf(2).orElseThrow().nodes()).isEqualTo(NodeSet.of(1));
  }

  @Test
  void aGuestWithoutCellsIsOneCellToSplit() {
    var plain = Guests.domain("db").vcpus(4).memoryGib(8).build();

    var split = new CellEdit.Split(DB, 0, 2).changed(plain);

    assertThat(split.cells()).extracting(GuestCell::memoryKib).containsExactly(4 * GIB, 4 * GIB);
    assertThat(split.memoryKib()).isEqualTo(8 * GIB);
  }

  @Test
  void anAddedCellHasMemoryAndNoVcpus() {
    var added = new CellEdit.Add(DB, 2 * GIB).changed(twoCells());

    assertThat(added.cells()).hasSize(3);
    assertThat(added.cells().getLast()).isEqualTo(new GuestCell(2, CpuSet.EMPTY, 2 * GIB));
    assertThat(added.memoryKib()).isEqualTo(14 * GIB);
    assertThat(added.numaTune()).isEqualTo(twoCells().numaTune());
  }

  @Test
  void aGuestWithoutCellsGetsOneForWhatItHasBesideTheAddedOne() {
    var added =
        new CellEdit.Add(DB, GIB).changed(Guests.domain("db").vcpus(4).memoryGib(8).build());

    assertThat(added.cells())
        .extracting(GuestCell::vcpus)
        .containsExactly(CpuSet.range(0, 3), CpuSet.EMPTY);
    assertThat(added.cells()).extracting(GuestCell::memoryKib).containsExactly(8 * GIB, GIB);
  }

  @Test
  void aRemovedCellLeavesItsVcpusToTheOneBeforeAndItsRuleGoesWithIt() {
    var removed = new CellEdit.Remove(DB, 0).changed(twoCells());

    assertThat(removed.cells()).containsExactly(new GuestCell(0, CpuSet.range(0, 7), 8 * GIB));
    assertThat(removed.numaTune().bindingOf(0).orElseThrow().nodes()).isEqualTo(NodeSet.of(1));
  }

  @Test
  void vcpusOfARemovedCellPassOverCellsWithoutAny() {
    var three = new CellEdit.Add(DB, GIB).changed(twoCells());
    var last = new CellEdit.Add(DB, GIB).changed(three);

    var removed = new CellEdit.Remove(DB, 1).changed(last);

    assertThat(removed.cells())
        .extracting(GuestCell::vcpus)
        .containsExactly(CpuSet.range(0, 7), CpuSet.EMPTY, CpuSet.EMPTY);
  }

  @Test
  void theLastCellGoesWithoutATrace() {
    var one = Guests.domain("db").vcpus(4).cell("0-3", 4).build();

    var removed = new CellEdit.Remove(DB, 0).changed(one);

    assertThat(removed.cells()).isEmpty();
    assertThat(removed.memoryKib()).isEqualTo(4 * GIB);
  }

  @Test
  void splittingKeepsWholePages() {
    var huge =
        new BackingEdit.SetPageSizes(
                DB, List.of(new Page(PageSize.ONE_GIB, Optional.of(CpuSet.of(0)))))
            .changed(Guests.domain("db").vcpus(4).cell("0-3", 5).build());

    var split = new CellEdit.Split(DB, 0, 2).changed(huge);

    assertThat(split.cells()).extracting(GuestCell::memoryKib).containsExactly(2 * GIB, 3 * GIB);
    assertThat(split.backing().pages().getFirst().cells()).contains(CpuSet.of(0, 1));
  }

  @Test
  void mergedCellsJoinVcpusMemoryAndNodes() {
    var merged = new CellEdit.Merge(DB, CpuSet.of(0, 1)).changed(twoCells());

    assertThat(merged.cells())
        .singleElement()
        .satisfies(cell -> {
          assertThat(cell.vcpus()).isEqualTo(CpuSet.range(0, 7));
          assertThat(cell.memoryKib()).isEqualTo(12 * GIB);
        });
    assertThat(merged.numaTune().bindingOf(0).orElseThrow().nodes()).isEqualTo(NodeSet.of(0, 1));
  }

  @Test
  void equalCellsShareVcpusAndMemory() {
    var uneven = Guests.domain("db").vcpus(8).cell("0-5", 2).cell("6-7", 10).build();

    var alike = new CellEdit.Equalise(DB).changed(uneven);

    assertThat(alike.cells())
        .extracting(GuestCell::vcpus)
        .containsExactly(CpuSet.range(0, 3), CpuSet.range(4, 7));
    assertThat(alike.cells()).extracting(GuestCell::memoryKib).containsOnly(6 * GIB);
  }

  @Test
  void cellsWithoutVcpusStayAsTheyAreWhenOthersAreMadeAlike() {
    var tier = Guests.domain("db").vcpus(4).cell("0-2", 2).cell("3", 4).cell("", 16).build();

    var alike = new CellEdit.Equalise(DB).changed(tier);

    assertThat(alike.cells().get(2)).isEqualTo(tier.cells().get(2));
    assertThat(alike.cells().getFirst().memoryKib()).isEqualTo(3 * GIB);
  }

  @Test
  void resizingACellResizesTheGuest() {
    var larger = new CellEdit.Resize(DB, 1, 16 * GIB).changed(twoCells());

    assertThat(larger.memoryKib()).isEqualTo(20 * GIB);
  }

  @Test
  void aMovedVcpuLeavesTheCellItWasIn() {
    var moved = new CellEdit.MoveVcpus(DB, CpuSet.of(3), 1).changed(twoCells());

    assertThat(moved.cells().getFirst().vcpus()).isEqualTo(CpuSet.range(0, 2));
    assertThat(moved.cells().get(1).vcpus()).isEqualTo(CpuSet.range(3, 7));
  }

  @Test
  void distancesThatLibvirtCannotTakeAreRefused() {
    assertThatThrownBy(() -> new CellEdit.SetDistances(DB, Map.of(0, Map.of(0, 10, 1, 10))))
        .hasMessageContaining("a distance of 10 from cell 0 to cell 1");
    assertThatThrownBy(() -> new CellEdit.SetDistances(DB, Map.of(0, Map.of(0, 20))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CellEdit.SetDistances(DB, Map.of(0, Map.of(1, 256))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void distancesFollowTheirCellsWhenOneIsSplit() {
    var far =
        new CellEdit.SetDistances(DB, Map.of(0, Map.of(0, 10, 1, 32), 1, Map.of(0, 32, 1, 10)))
            .changed(twoCells());

    var split = new CellEdit.Split(DB, 0, 2).changed(far);

    assertThat(split.cells().getFirst().distances()).isEqualTo(Map.of(0, 10, 1, 20, 2, 32));
    assertThat(split.cells().get(2).distances()).isEqualTo(Map.of(0, 32, 1, 32, 2, 10));
  }

  @Test
  void busesAndMemoryDevicesFollowTheirCells() {
    var bus =
        new Controller(
            "pci",
            OptionalInt.of(1),
            "pcie-expander-bus",
            Optional.empty(),
            OptionalInt.of(1),
            OptionalInt.of(200),
            OptionalInt.empty());
    var guest = new DeviceEdit.AddController(DB, bus).changed(twoCells());

    var split = new CellEdit.Split(DB, 0, 2).changed(guest);

    assertThat(split.hardware().controllers().getFirst().node()).hasValue(2);
  }

  @Test
  void aVcpuInTwoCellsIsRefused() {
    var cells =
        List.of(new GuestCell(0, CpuSet.range(0, 2), GIB), new GuestCell(1, CpuSet.of(2), GIB));

    assertThatThrownBy(() -> new CellEdit.SetCells(DB, cells))
        .hasMessageContaining("vCPUs 2 are in two cells");
  }
}
