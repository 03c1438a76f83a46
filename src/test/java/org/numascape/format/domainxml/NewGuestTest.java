package org.numascape.format.domainxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.domain.CpuMode;
import org.numascape.domain.GuestCell;
import org.numascape.domain.PageBacking;
import org.numascape.format.domainxml.GuestTemplate.Board;
import org.numascape.format.domainxml.NewGuest.Kind;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

final class NewGuestTest {

  @TempDir private Path folder;

  private static final String UUID = "00000000-0000-0000-0000-0000000000a1";
  private static final long GIB = 1_048_576;

  private static NewGuest wanted(Kind kind, int cells, Optional<PageSize> pages) {
    return new NewGuest("rt-1", 8, 16 * GIB, cells, pages, kind);
  }

  @Test
  void cellsShareVcpusAndMemoryEvenly() {
    var made = wanted(Kind.DEDICATED, 2, Optional.of(PageSize.ONE_GIB)).made(Board.USUAL, UUID, 3);

    assertThat(made.stored().cells())
        .extracting(GuestCell::vcpus)
        .containsExactly(CpuSet.range(0, 3), CpuSet.range(4, 7));
    assertThat(made.stored().cells())
        .extracting(GuestCell::memoryKib)
        .containsExactly(8 * GIB, 8 * GIB);
    assertThat(made.stored().pagesOf(1)).isEqualTo(new PageBacking.Huge(PageSize.ONE_GIB));
    assertThat(made.fromFile()).isTrue();
    assertThat(made.changed()).isFalse();
    assertThat(made.colour()).isEqualTo(3);
  }

  @Test
  void aSharedGuestCanMigrateAndHasABalloon() {
    var domain = wanted(Kind.SHARED, 1, Optional.empty()).made(Board.USUAL, UUID, 0).stored();

    assertThat(domain.cpu().mode()).contains(CpuMode.HOST_MODEL);
    assertThat(domain.hardware().platform().balloon()).contains("virtio");
    assertThat(domain.cells()).isEmpty();
  }

  @Test
  void aRealTimeGuestIsLockedAndScheduledAndHasNoCounters() {
    var domain =
        wanted(Kind.REAL_TIME, 1, Optional.of(PageSize.TWO_MIB))
            .made(Board.USUAL, UUID, 0)
            .stored();

    assertThat(domain.backing().locked()).isTrue();
    assertThat(domain.backing().noSharePages()).isTrue();
    assertThat(domain.schedulers()).hasSize(1);
    assertThat(domain.hardware().platform().pmu()).contains(false);
    assertThat(domain.ioThreads()).hasSize(1);
    assertThat(domain.cpu().mode()).contains(CpuMode.HOST_PASSTHROUGH);
  }

  @Test
  void memoryThatIsNoWholePagesInEachCellIsRefusedWithTheNextThatIs() {
    var odd = new NewGuest("a", 8, 15 * GIB, 2, Optional.of(PageSize.ONE_GIB), Kind.SHARED);

    assertThat(odd.wrong())
        .contains("Memory comes in whole 1 GiB pages in each of 2 cells: 16 GiB, say.");
    assertThatThrownBy(() -> odd.made(Board.USUAL, UUID, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatCannotBeIsSaidBeforeItIsMade() {
    assertThat(new NewGuest(" ", 1, GIB, 1, Optional.empty(), Kind.SHARED).wrong())
        .contains("A guest needs a name, without a slash.");
    assertThat(new NewGuest("a", 0, GIB, 1, Optional.empty(), Kind.SHARED).wrong())
        .contains("A guest has 1 to 4,096 vCPUs.");
    assertThat(new NewGuest("a", 1, 4, 1, Optional.empty(), Kind.SHARED).wrong())
        .contains("A guest needs 1 MiB of memory at least.");
    assertThat(new NewGuest("a", 2, 3 * GIB, 3, Optional.empty(), Kind.SHARED).wrong())
        .contains("There can be as many cells as vCPUs, 2, and not more.");
    assertThat(wanted(Kind.SHARED, 1, Optional.empty()).wrong()).isEmpty();
  }

  @Test
  void aGuestLikeAnotherHasItsXmlAndTheCountsSaid() throws Exception {
    var other = wanted(Kind.REAL_TIME, 2, Optional.of(PageSize.ONE_GIB)).made(Board.USUAL, UUID, 0);

    var like =
        new NewGuest("rt-2", 4, 8 * GIB, 2, Optional.of(PageSize.ONE_GIB), Kind.SHARED)
            .like(other, "00000000-0000-0000-0000-0000000000a2", 1);

    assertThat(like.name()).isEqualTo("rt-2");
    assertThat(like.stored().vcpus().maximum()).isEqualTo(4);
    assertThat(like.stored().memoryKib()).isEqualTo(8 * GIB);
    assertThat(like.stored().cells()).hasSize(2);
    assertThat(like.stored().backing()).isEqualTo(other.stored().backing());
    assertThat(like.id()).isNotEqualTo(other.id());
  }

  @Test
  void aGuestLikeAnotherMayHaveOtherCellsAndPages() throws Exception {
    var other = wanted(Kind.SHARED, 1, Optional.empty()).made(Board.USUAL, UUID, 0);
    var pinned = other.wanting(other.wanted().withVcpuPins(java.util.Map.of(0, CpuSet.of(2))));

    var like =
        new NewGuest("b", 8, 16 * GIB, 4, Optional.of(PageSize.TWO_MIB), Kind.SHARED)
            .like(pinned, "00000000-0000-0000-0000-0000000000a2", 1);

    assertThat(like.stored().cells()).hasSize(4);
    assertThat(NewGuest.sizeOf(like.stored())).contains(PageSize.TWO_MIB);
    assertThat(like.stored().vcpuPins()).containsKey(0);
  }

  @Test
  void aNewGuestRunsAsItsNeighboursDo() {
    var arm = GuestTemplate.fresh(new Board("qemu", "aarch64"), "arm", UUID, 2, GIB, 0);

    var made =
        wanted(Kind.SHARED, 1, Optional.empty())
            .made(Board.ofNeighbours(java.util.List.of(arm)), UUID, 0);

    assertThat(made.stored().type()).isEqualTo("qemu");
    assertThat(made.stored().hardware().platform().arch()).isEqualTo("aarch64");
    assertThat(made.stored().hardware().platform().machine()).isEqualTo("virt");
    assertThat(made.xml()).doesNotContain("<apic");
  }

  @Test
  void newGuestsFollowLibvirtsSchema() throws Exception {
    Schema.assumeThere();
    var files = new java.util.ArrayList<Path>();
    for (var kind : Kind.values()) {
      for (var board : java.util.List.of(Board.USUAL, new Board("kvm", "aarch64"))) {
        var file = folder.resolve(kind + board.arch() + ".xml");
        var made = wanted(kind, 2, Optional.of(PageSize.TWO_MIB)).made(board, UUID, 0);
        Files.writeString(file, made.xml());
        files.add(file);
      }
    }

    var verdict = Schema.of(files);

    assertThat(verdict.valid()).as(verdict.complaints()).hasSameSizeAs(files);
  }
}
