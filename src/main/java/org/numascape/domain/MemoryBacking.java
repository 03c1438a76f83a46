package org.numascape.domain;

import java.util.List;
import java.util.Optional;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// The `memoryBacking` element.
///
/// @param hugePages whether the `hugepages` element is there
/// @param pages its `page` elements; none with `hugePages` means the host's default size
/// @param locked whether guest memory may never be swapped
/// @param noSharePages whether the host may not merge its pages (KSM)
/// @param source where the host takes it from; empty leaves that to libvirt
/// @param access whether other processes may share it; empty is private
/// @param allocation when the host gives it; empty where nothing is said
/// @param discard whether it is thrown away at shutdown, not written back to its file
public record MemoryBacking(
    boolean hugePages,
    List<Page> pages,
    boolean locked,
    boolean noSharePages,
    Optional<MemorySource> source,
    Optional<MemoryAccess> access,
    Optional<MemoryAllocation> allocation,
    boolean discard) {

  /// Normal pages, nothing special.
  public static final MemoryBacking NORMAL = new MemoryBacking(false, List.of(), false, false);

  /// Copies the list.
  public MemoryBacking {
    pages = List.copyOf(pages);
  }

  /// Pages and their two flags, nothing else said.
  public MemoryBacking(boolean hugePages, List<Page> pages, boolean locked, boolean noSharePages) {
    this(
        hugePages,
        pages,
        locked,
        noSharePages,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// The same on other pages.
  public MemoryBacking withPages(boolean huge, List<Page> others) {
    return new MemoryBacking(
        huge, others, locked, noSharePages, source, access, allocation, discard);
  }

  /// The same, to be swapped or not.
  public MemoryBacking withLocked(boolean other) {
    return new MemoryBacking(
        hugePages, pages, other, noSharePages, source, access, allocation, discard);
  }

  /// The same, to be merged or not.
  public MemoryBacking withNoSharePages(boolean other) {
    return new MemoryBacking(hugePages, pages, locked, other, source, access, allocation, discard);
  }

  /// The same from elsewhere.
  public MemoryBacking withSource(Optional<MemorySource> other) {
    return new MemoryBacking(
        hugePages, pages, locked, noSharePages, other, access, allocation, discard);
  }

  /// The same, shared or not.
  public MemoryBacking withAccess(Optional<MemoryAccess> other) {
    return new MemoryBacking(
        hugePages, pages, locked, noSharePages, source, other, allocation, discard);
  }

  /// The same, given at another time.
  public MemoryBacking withAllocation(Optional<MemoryAllocation> other) {
    return new MemoryBacking(
        hugePages, pages, locked, noSharePages, source, access, other, discard);
  }

  /// The same, thrown away at shutdown or not.
  public MemoryBacking withDiscard(boolean other) {
    return new MemoryBacking(
        hugePages, pages, locked, noSharePages, source, access, allocation, other);
  }

  /// One `page` element; `cells` are guest cell ids it serves, empty for all that no other names.
  public record Page(PageSize size, Optional<CpuSet> cells) {}

  /// What holds the memory of a guest cell. A page of 4 KiB means normal pages, as libvirt reads
  /// it.
  PageBacking pagesOf(int cell) {
    if (!hugePages) {
      return new PageBacking.Normal();
    }
    if (pages.isEmpty()) {
      return new PageBacking.DefaultHuge();
    }
    return pages.stream()
        .filter(page -> page.cells().filter(cells -> cells.contains(cell)).isPresent())
        .findFirst()
        .or(() -> pages.stream().filter(page -> page.cells().isEmpty()).findFirst())
        .<PageBacking>map(page ->
            page.size().equals(PageSize.SMALL)
                ? new PageBacking.Normal()
                : new PageBacking.Huge(page.size()))
        .orElse(new PageBacking.Normal());
  }
}
