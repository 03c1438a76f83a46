package org.numascape.design;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Guests that never run at the same time, such as a service and its stand-by: they may share CPUs.
public record ExclusiveGroup(Set<DomainId> guests) {

  /// Copies the set; refuses a group of fewer than two.
  public ExclusiveGroup {
    guests = Collections.unmodifiableSet(new TreeSet<>(guests));
    if (guests.size() < 2) {
      throw new IllegalArgumentException("a guest alone excludes nobody");
    }
  }
}
