package org.numascape.libvirt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.hypervisor.NodeFree;
import org.numascape.topology.PageSize;
import org.xml.sax.SAXException;

/// Free memory and page pools of the host's nodes, asked one node at a time, since node ids may
/// have gaps.
///
/// @param inKib whether the driver tells free memory in KiB: the test driver does, all others tell
///   bytes
record HostMemory(NumaCalls calls, OpenConnection connection, boolean inKib) {

  /// What node `node` has free; empty where the host cannot say. That the host is gone is no such
  /// case.
  Optional<NodeFree> free(int node, List<PageSize> sizes) throws CallFailed {
    var memory = new long[1];
    if (!told(calls.virNodeGetCellsFreeMemory(connection.pointer(), memory, node, 1))) {
      return Optional.empty();
    }
    long freeKib = inKib ? memory[0] : memory[0] / 1_024;
    var pages = freePages(node, sizes);
    // libvirt tells zero, not an error, for a gap among the node ids.
    boolean gap = freeKib == 0 && pages.isEmpty() && !sizes.isEmpty();
    return gap ? Optional.empty() : Optional.of(new NodeFree(node, freeKib, pages));
  }

  /// One call for all sizes; where one size is missing the whole call fails, and each is asked for
  /// itself.
  private Map<PageSize, Long> freePages(int node, List<PageSize> sizes) throws CallFailed {
    var pages = new HashMap<PageSize, Long>();
    if (!sizes.isEmpty() && !addFreePages(node, sizes, pages)) {
      for (PageSize size : sizes) {
        var _ = addFreePages(node, List.of(size), pages);
      }
    }
    return pages;
  }

  private boolean addFreePages(int node, List<PageSize> sizes, Map<PageSize, Long> pages)
      throws CallFailed {
    int[] kib = sizes.stream().mapToInt(size -> Math.toIntExact(size.kib())).toArray();
    var counts = new long[kib.length];
    // All or nothing; the number it returns on success is not to be trusted (the test driver's is
    // 0).
    if (!told(
        calls.virNodeGetFreePages(connection.pointer(), kib.length, kib, node, 1, counts, 0))) {
      return false;
    }
    for (int i = 0; i < counts.length; i++) {
      pages.put(sizes.get(i), counts[i]);
    }
    return true;
  }

  /// Whether the call succeeded; a node or page size that is not there fails it, with a number of
  /// each driver's own.
  private boolean told(int result) throws CallFailed {
    if (result >= 0) {
      return true;
    }
    var failed = CallFailed.last(calls);
    if (!connection.alive()) {
      throw failed;
    }
    return false;
  }

  /// Sets the pool of one node. libvirt fails with 9 when the kernel found fewer pages than asked
  /// for.
  void setPool(int node, PageSize size, long pages) throws CallFailed {
    int[] kib = {Math.toIntExact(size.kib())};
    long[] counts = {pages};
    CallFailed.checked(
        calls,
        calls.virNodeAllocPages(connection.pointer(), 1, kib, counts, node, 1, NumaCalls.SET));
  }

  /// Pages of `size` that `node` has in all, according to capabilities XML; empty where it lists no
  /// such pool.
  static Optional<Long> pool(String capabilities, int node, PageSize size) throws CallFailed {
    try {
      return SafeXml.at(SafeXml.root(capabilities), "host", "topology", "cells", "cell").stream()
          .filter(cell -> cell.getAttribute("id").equals(Integer.toString(node)))
          .flatMap(cell -> SafeXml.at(cell, "pages").stream())
          .filter(pages -> pages.getAttribute("size").equals(Long.toString(size.kib())))
          .map(pages -> Long.valueOf(pages.getTextContent().strip()))
          .findFirst();
    } catch (SAXException | NumberFormatException unreadable) {
      throw new CallFailed(
          ErrorNumber.INTERNAL_ERROR,
          "the capabilities are unreadable: " + unreadable.getMessage(),
          0);
    }
  }
}
