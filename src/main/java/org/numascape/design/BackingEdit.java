package org.numascape.design;

import java.util.List;
import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemoryBacking.Page;
import org.numascape.domain.MemorySource;

/// Edits of what holds a guest's memory.
public sealed interface BackingEdit extends GuestEdit {

  /// Puts guest cells on pages of these sizes; none is the host's default huge page.
  record SetPageSizes(DomainId domain, List<Page> pages) implements BackingEdit {
    /// Copies the list; refuses two sizes for the same cell.
    public SetPageSizes {
      pages = List.copyOf(pages);
      if (pages.stream().filter(page -> page.cells().isEmpty()).count() > 1) {
        throw new IllegalArgumentException("only one page size can be for all other cells");
      }
      var seen = org.numascape.topology.CpuSet.EMPTY;
      for (var page : pages) {
        if (page.cells().filter(seen::intersects).isPresent()) {
          throw new IllegalArgumentException("two page sizes are for the same cell");
        }
        seen = seen.or(page.cells().orElse(org.numascape.topology.CpuSet.EMPTY));
      }
    }
  }

  /// Whether its memory may never be swapped.
  record SetLocked(DomainId domain, boolean locked) implements BackingEdit {}

  /// Whether the host may merge its pages with equal ones.
  record SetMerging(DomainId domain, boolean allowed) implements BackingEdit {}

  /// Where the host takes it from; empty leaves that to libvirt.
  record SetSource(DomainId domain, Optional<MemorySource> source) implements BackingEdit {}

  /// Whether other processes may share it; empty says nothing.
  record SetAccess(DomainId domain, Optional<MemoryAccess> access) implements BackingEdit {}

  /// When the host gives it; empty says nothing.
  record SetAllocation(DomainId domain, Optional<MemoryAllocation> allocation)
      implements BackingEdit {}

  /// Whether it is thrown away at shutdown.
  record SetDiscard(DomainId domain, boolean discard) implements BackingEdit {}

  @Override
  default Domain changed(Domain before) {
    var backing = before.backing();
    return before.withBacking(
        switch (this) {
          case SetPageSizes(_, var pages) -> backing.withPages(true, pages);
          case SetLocked(_, var locked) -> backing.withLocked(locked);
          case SetMerging(_, var allowed) -> backing.withNoSharePages(!allowed);
          case SetSource(_, var source) -> backing.withSource(source);
          case SetAccess(_, var access) -> backing.withAccess(access);
          case SetAllocation(_, var allocation) -> backing.withAllocation(allocation);
          case SetDiscard(_, var discard) -> backing.withDiscard(discard);
        });
  }

  @Override
  default String words(String guest) {
    return switch (this) {
      case SetPageSizes(_, var pages) ->
          pages.isEmpty()
              ? "Put " + guest + " on huge pages"
              : "Put "
                  + guest
                  + " on pages of "
                  + String.join(
                      " and ", pages.stream().map(page -> page.size().toString()).toList());
      case SetLocked(_, var locked) -> (locked ? "Lock" : "Unlock") + " the memory of " + guest;
      case SetMerging(_, var allowed) ->
          (allowed ? "Let the host merge" : "Keep the host from merging") + " pages of " + guest;
      case SetSource(_, var source) ->
          "Take the memory of "
              + guest
              + " from "
              + source.map(MemorySource::word).orElse("where libvirt likes");
      case SetAccess(_, var access) ->
          "Make the memory of " + guest + " " + access.map(MemoryAccess::word).orElse("private");
      case SetAllocation(_, var allocation) ->
          allocation
                  .flatMap(MemoryAllocation::mode)
                  .filter(mode -> mode == MemoryAllocation.Mode.IMMEDIATE)
                  .isPresent()
              ? "Give " + guest + " its memory before it runs"
              : "Give " + guest + " its memory as it asks";
      case SetDiscard(_, var discard) ->
          (discard ? "Discard" : "Keep") + " the memory of " + guest + " at shutdown";
    };
  }
}
