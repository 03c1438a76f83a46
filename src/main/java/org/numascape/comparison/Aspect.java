package org.numascape.comparison;

import java.util.stream.Stream;
import org.numascape.topology.HostTopology;

/// One thing to compare two hosts by.
@FunctionalInterface
interface Aspect {

  /// How the hosts differ in it; nothing where they do not, or where one of them does not tell.
  Stream<Difference> compare(HostTopology before, HostTopology after);
}
