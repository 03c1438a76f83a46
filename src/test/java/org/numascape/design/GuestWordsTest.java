package org.numascape.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.PageSize;

final class GuestWordsTest {

  @Test
  void aGuestIsSummedUpInOneLine() {
    var domain =
        Guests.domain("rt")
            .vcpus(4)
            .memoryGib(16)
            .hugePages(PageSize.ONE_GIB)
            .strict("1")
            .fifo()
            .build();

    var words = GuestWords.summary(domain, Hosts.fourNodes());

    assertThat(words).isEqualTo("4 vCPU · 16 GiB · 1 GiB pages · strict · fifo:1");
  }

  @Test
  void vcpusThatAreNotPluggedInAreToldApart() {
    var domain = Guests.domain("hot").vcpus(2).maximum(8).build();

    var words = GuestWords.summary(domain, Hosts.oneNode());

    assertThat(words).isEqualTo("2 of 8 vCPU · 1 GiB · 4 KiB pages");
  }

  @Test
  void modesThatDifferByCellAreBothNamed() {
    var domain =
        Guests.domain("two")
            .vcpus(2)
            .cell("0", 1)
            .cell("1", 1)
            .memnode(0, "0")
            .memnode(1, MemoryMode.INTERLEAVE, "0-1")
            .build();

    assertThat(GuestWords.mode(domain)).isEqualTo("strict/interleave");
  }

  @Test
  void diesAreNamedOnlyWhereThereAreSeveral() {
    assertThat(GuestWords.topology(new CpuTopology(1, 1, 1, 3, 2)))
        .isEqualTo("1 socket · 3 cores · 2 threads");
    assertThat(GuestWords.topology(new CpuTopology(2, 2, 1, 1, 1)))
        .isEqualTo("2 sockets · 2 dies · 1 core · 1 thread");
  }

  @Test
  void partsComeInReadingOrder() {
    var guest = Guests.domain("io").vcpus(2).ioThread().device("0000:41:00.0").guest();
    var id = guest.id();

    var parts = GuestWords.parts(guest);

    assertThat(parts)
        .containsExactly(
            new Item.WholeGuest(id),
            new Item.Cell(id, 0),
            new Item.Vcpu(id, 0),
            new Item.Vcpu(id, 1),
            new Item.Emulator(id),
            new Item.IoThread(id, 1),
            new Item.Device(id, "0000:41:00.0"));
  }
}
