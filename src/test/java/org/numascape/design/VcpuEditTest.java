package org.numascape.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Guests;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.GuestCell;
import org.numascape.domain.IoThread;
import org.numascape.domain.MemoryDevice;
import org.numascape.domain.Scheduling;
import org.numascape.topology.CpuSet;

final class VcpuEditTest {

  private static final DomainId DB = new DomainId("db");

  @Test
  void fewerVcpusTakeTheirPinsCellsClassesAndTopologyAlong() {
    var guest =
        Guests.domain("db")
            .vcpus(8)
            .topology(2, 2, 2)
            .cell("0-3", 4)
            .cell("4-7", 4)
            .allPinned("0-7")
            .fifo()
            .build();

    var fewer = new VcpuEdit.SetCount(DB, 6, 6).changed(guest);

    assertThat(fewer.vcpuPins()).hasSize(6);
    assertThat(fewer.cells())
        .extracting(GuestCell::vcpus)
        .containsExactly(CpuSet.range(0, 3), CpuSet.range(4, 5));
    assertThat(fewer.schedulers().getFirst().threads()).isEqualTo(CpuSet.range(0, 5));
    assertThat(fewer.topology()).contains(new CpuTopology(1, 1, 1, 3, 2));
  }

  @Test
  void newVcpusGoToTheLastCellThatHasAny() {
    var guest = Guests.domain("db").vcpus(4).cell("0-1", 4).cell("2-3", 4).cell("", 4).build();

    var more = new VcpuEdit.SetCount(DB, 6, 4).changed(guest);

    assertThat(more.cells().get(1).vcpus()).isEqualTo(CpuSet.range(2, 5));
    assertThat(more.cells().get(2).vcpus()).isEqualTo(CpuSet.EMPTY);
  }

  @Test
  void aTopologyOfAnotherProductIsNotTaken() {
    var guest = Guests.domain("db").vcpus(4).build();

    var same =
        new CpuEdit.SetTopology(DB, Optional.of(new CpuTopology(1, 1, 1, 4, 2))).changed(guest);

    assertThat(same).isEqualTo(guest);
  }

  @Test
  void noThreadIsInTwoClasses() {
    var guest = Guests.domain("db").vcpus(4).fifo().build();

    var mixed =
        new TuneEdit.ScheduleVcpus(DB, CpuSet.of(0), Optional.of(Scheduling.fifo(9)))
            .changed(guest);

    assertThat(mixed.schedulers())
        .extracting(one -> one.threads().toString() + " " + one.scheduling())
        .containsExactly("0 fifo:9", "1-3 fifo:1");
  }

  @Test
  void aRemovedIoThreadLeavesNothingThatNamesIt() {
    var guest = Guests.domain("db").ioThread("1").ioThread("2").build();
    var classed =
        new TuneEdit.ScheduleIoThreads(DB, CpuSet.of(1, 2), Optional.of(Scheduling.fifo(1)))
            .changed(guest);

    var left = new IoThreadEdit.RemoveIoThread(DB, 1).changed(classed);

    assertThat(left.ioThreads()).extracting(IoThread::id).containsExactly(2);
    assertThat(left.cpuTune().ioThreadSchedulers().getFirst().threads()).isEqualTo(CpuSet.of(2));
  }

  @Test
  void memoryThatIsPluggedInGetsACellAndRoomToBeIn() {
    var plain = Guests.domain("db").vcpus(4).memoryGib(4).build();
    var dimm =
        new MemoryDevice(
            "dimm",
            1_048_576,
            OptionalInt.of(0),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            java.util.OptionalLong.empty(),
            java.util.OptionalLong.empty(),
            Optional.empty(),
            Optional.empty());

    var plugged = new DeviceEdit.AddMemory(DB, dimm).changed(plain);

    assertThat(plugged.cells()).hasSize(1);
    assertThat(plugged.totalKib()).isEqualTo(5 * 1_048_576L);
    assertThat(plugged.memory().maximum().orElseThrow().kib()).isEqualTo(5 * 1_048_576L);
    assertThat(plugged.memory().maximum().orElseThrow().slots()).isEqualTo(1);
  }

  @Test
  void aHostedGuestKeepsItsNameAndAFilesGuestGetsANewOne() {
    var hosted = Guests.domain("db").guest();
    var design =
        Design.of(
            "d", org.numascape.Hosts.twoSockets(), new HostSource.Sample("x"), List.of(hosted));
    var edit = new DesignEdit.RenameGuest(DB, "web");

    assertThat(edit.applyTo(design)).isEqualTo(design);
    var file =
        new Guest(
            hosted.stored(),
            hosted.wanted(),
            "",
            Optional.empty(),
            org.numascape.domain.DomainState.FILE,
            true,
            0);
    var renamed = edit.applyTo(design.withGuests(List.of(file)));
    assertThat(renamed.guests().getFirst().name()).isEqualTo("web");
    assertThat(renamed.guest(DB)).isPresent();
  }

  @Test
  void aLaneKeepsCpusAndMemoryUntilItKeepsNothing() {
    var design =
        Design.of("d", org.numascape.Hosts.twoSockets(), new HostSource.Sample("x"), List.of());
    var spdk = new Lane("SPDK", CpuSet.of(4, 5), java.util.Map.of(0, 2_097_152L));

    var kept = new DesignEdit.KeepLane(spdk).applyTo(design.withReserved(CpuSet.of(0)));
    var freed =
        new DesignEdit.KeepLane(new Lane("SPDK", CpuSet.EMPTY, java.util.Map.of())).applyTo(kept);

    assertThat(kept.reserved()).isEqualTo(CpuSet.of(0));
    assertThat(kept.keptCpus()).isEqualTo(CpuSet.of(0, 4, 5));
    assertThat(kept.keptKib(0)).isEqualTo(2_097_152);
    assertThat(new DesignEdit.KeepLane(spdk).label(design))
        .isEqualTo("Keep CPUs 4-5 and 2 GiB for SPDK");
    assertThat(freed.lanes()).extracting(Lane::name).containsExactly("host");
  }
}
