package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.design.BackingEdit;
import org.numascape.design.CellEdit;
import org.numascape.design.CpuEdit;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.GuestEdit;
import org.numascape.design.IoThreadEdit;
import org.numascape.design.MemoryEdit;
import org.numascape.design.PlatformEdit;
import org.numascape.design.TuneEdit;
import org.numascape.design.VcpuEdit;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.MemoryBacking.Page;
import org.numascape.domain.Scheduling;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.MemorySize;
import org.numascape.topology.PageSize;

/// What a person says of a guest that is to be made. Where it goes is said afterwards.
///
/// @param memoryKib in KiB, all cells together
/// @param cells how many guest cells; 1 gives none, which libvirt takes for one
/// @param pages huge pages of that size; empty for the host's normal pages
public record NewGuest(
    String name, int vcpus, long memoryKib, int cells, Optional<PageSize> pages, Kind kind) {

  /// What a guest is made for.
  public enum Kind {
    /// Floats beside others and may migrate: host-model CPU, balloon.
    SHARED("Shared", "floats beside other guests and may migrate: host-model CPU, balloon"),
    /// Has its CPUs for itself: the host's own CPU, an I/O thread, no balloon, pages never merged.
    DEDICATED(
        "Dedicated", "has CPUs for itself: the host's CPU, an I/O thread, no balloon, no merging"),
    /// Has deadlines: as dedicated, locked memory, FIFO, no counters.
    REAL_TIME("Real time", "has deadlines: as dedicated, and memory locked, vCPUs FIFO, no PMU");

    private final String title;
    private final String words;

    Kind(String title, String words) {
      this.title = title;
      this.words = words;
    }

    /// Its name, as in a list.
    public String title() {
      return title;
    }

    /// What it is for and what it has, in a line.
    public String words() {
      return words;
    }
  }

  /// What cannot be of it, in a sentence; empty when it can be made.
  public Optional<String> wrong() {
    if (name.isBlank() || name.contains("/") || name.contains("\n")) {
      return Optional.of("A guest needs a name, without a slash.");
    }
    if (vcpus < 1 || vcpus > 4096) {
      return Optional.of("A guest has 1 to 4,096 vCPUs.");
    }
    if (memoryKib < 1024) {
      return Optional.of("A guest needs 1 MiB of memory at least.");
    }
    if (cells < 1 || cells > vcpus) {
      return Optional.of("There can be as many cells as vCPUs, " + vcpus + ", and not more.");
    }
    long page = pages.map(PageSize::kib).orElse(1024L);
    if (memoryKib % (cells * page) != 0) {
      String whole = MemorySize.ofKib(Math.ceilDiv(memoryKib, cells * page) * cells * page) + "";
      String each = cells == 1 ? "" : " in each of " + cells + " cells";
      String what = pages.map(size -> size + " pages").orElse("MiB");
      return Optional.of("Memory comes in whole " + what + each + ": " + whole + ", say.");
    }
    return Optional.empty();
  }

  /// The guest, as if read from a file.
  ///
  /// @param board what runs it
  /// @param uuid what it is known by in the design and on its host
  /// @throws IllegalArgumentException for what [#wrong] tells
  public Guest made(GuestTemplate.Board board, String uuid, int colour) {
    wrong()
        .ifPresent(why -> {
          throw new IllegalArgumentException(why);
        });
    var fresh = GuestTemplate.fresh(board, name, uuid, vcpus, memoryKib, colour);
    return edited(fresh, edits(fresh));
  }

  /// The guest like another one: its XML, but the counts and pages said here. Cells stay as the
  /// other has them where there are as many.
  ///
  /// @throws FormatException when the other's XML is none
  public Guest like(Guest other, String uuid, int colour) throws FormatException {
    var copy = GuestTemplate.like(other, name, uuid, colour);
    var id = copy.id();
    var now = copy.wanted();
    var edits = new ArrayList<Edit>();
    if (vcpus != now.vcpus().maximum()) {
      edits.add(new VcpuEdit.SetCount(id, vcpus, vcpus));
    }
    if (Math.max(1, now.cells().size()) != cells) {
      edits.add(new CellEdit.SetCells(id, List.of()));
      split(copy, edits);
    }
    if (memoryKib != now.memoryKib()) {
      edits.add(new MemoryEdit.SetMemory(id, memoryKib));
    }
    if (!pages.equals(sizeOf(now))) {
      edits.add(new Edit.SetPages(id, pages));
    }
    return edited(copy, edits);
  }

  /// The one size of huge pages that holds all of a guest's memory; empty for normal pages, or
  /// where nobody says one size.
  public static Optional<PageSize> sizeOf(Domain domain) {
    var pages = domain.backing().pages();
    return domain.backing().hugePages() && pages.size() == 1
        ? Optional.of(pages.getFirst()).filter(page -> page.cells().isEmpty()).map(Page::size)
        : Optional.empty();
  }

  private List<Edit> edits(Guest guest) {
    var id = guest.id();
    var edits = new ArrayList<Edit>();
    split(guest, edits);
    if (pages.isPresent()) {
      edits.add(new Edit.SetPages(id, pages));
    }
    switch (kind) {
      case SHARED -> {
        edits.add(new CpuEdit.SetMode(id, Optional.of(CpuMode.HOST_MODEL), Optional.empty()));
        edits.add(new PlatformEdit.SetBalloon(id, "virtio"));
      }
      case DEDICATED -> own(guest, edits);
      case REAL_TIME -> {
        own(guest, edits);
        edits.add(new BackingEdit.SetLocked(id, true));
        edits.add(new PlatformEdit.SetPmu(id, Optional.of(false)));
        edits.add(
            new TuneEdit.ScheduleVcpus(
                id, CpuSet.range(0, vcpus - 1), Optional.of(Scheduling.fifo(1))));
      }
    }
    return edits;
  }

  private static void own(Guest guest, List<Edit> edits) {
    edits.add(new IoThreadEdit.AddIoThread(guest.id(), 1));
    edits.add(new BackingEdit.SetMerging(guest.id(), false));
    edits.add(new CpuEdit.SetCache(guest.id(), Optional.of(CpuCache.PASSTHROUGH)));
  }

  private void split(Guest guest, List<Edit> edits) {
    if (cells > 1) {
      edits.add(new CellEdit.Split(guest.id(), 0, cells));
      edits.add(new CellEdit.Equalise(guest.id()));
    }
  }

  private static Guest edited(Guest guest, List<Edit> edits) {
    var wanted = guest.wanted();
    for (var edit : edits) {
      wanted =
          switch (edit) {
            case GuestEdit one -> one.changed(wanted);
            case Edit.SetPages(_, var size) -> onPages(wanted, size);
            default -> throw new IllegalStateException("no edit of a new guest: " + edit);
          };
    }
    try {
      String xml = DomainWriter.write(guest.xml(), wanted);
      return Guest.read(
          DomainReader.read(guest.name(), xml), xml, DomainState.FILE, guest.colour());
    } catch (FormatException ours) {
      throw new IllegalStateException(ours);
    }
  }

  private static Domain onPages(Domain domain, Optional<PageSize> size) {
    var pages = size.map(one -> List.of(new Page(one, Optional.empty()))).orElse(List.of());
    return domain.withBacking(domain.backing().withPages(size.isPresent(), pages));
  }
}
