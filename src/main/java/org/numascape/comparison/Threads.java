package org.numascape.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.topology.Core;
import org.numascape.topology.HostTopology;

/// How many hardware threads of a core run: whether SMT is on.
final class Threads implements Aspect {

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    int then = most(before);
    int now = most(after);
    return then == now || then == 0 || now == 0
        ? Stream.empty()
        : Stream.of(
            new Difference(
                Topic.CPUS,
                Weight.DECISIVE,
                "threads a core that run (SMT)",
                words(then),
                words(now),
                List.of(),
                List.of()));
  }

  /// The most usable threads of any core; 0 where no core is told.
  private static int most(HostTopology host) {
    return host.all(Core.class).stream()
        .mapToInt(core -> core.cpus().and(host.usableCpus()).size())
        .max()
        .orElse(0);
  }

  private static String words(int threads) {
    return threads == 1 ? "1 (off)" : threads + " (on)";
  }
}
