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
public record MemoryBacking(
    boolean hugePages, List<Page> pages, boolean locked, boolean noSharePages) {

  /// Normal pages, nothing special.
  public static final MemoryBacking NORMAL = new MemoryBacking(false, List.of(), false, false);

  /// Copies the list.
  public MemoryBacking {
    pages = List.copyOf(pages);
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
