package org.numascape.placement;

import java.util.Comparator;
import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.PageSize;

/// Which huge page suits a guest: the largest the host has that divides each of its cells, 1 GiB
/// only from 32 GiB on; below that 2 MiB wastes less.
interface HugePageChoice {

  /// Guests smaller than this do better with 2 MiB.
  long LARGE_KIB = 32L * 1_048_576;

  /// The size; empty where the host has none that divides.
  static Optional<PageSize> of(HostTopology host, Domain guest) {
    return host.nodes().values().stream()
        .flatMap(node -> node.pools().stream())
        .map(HugePagePool::size)
        .filter(size -> size.kib() >= PageSize.TWO_MIB.kib())
        .filter(size -> size.kib() < PageSize.ONE_GIB.kib() || guest.memoryKib() >= LARGE_KIB)
        .filter(size ->
            guest.memoryCells().stream().allMatch(cell -> cell.memoryKib() % size.kib() == 0))
        .max(Comparator.naturalOrder());
  }
}
