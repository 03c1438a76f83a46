package org.numascape.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.numascape.design.DomainId;
import org.numascape.design.ExclusiveGroup;

/// Which guests want the most together, where some never run at the same time.
///
/// Exact for as many as [#MOST] guests that exclude each other, directly or by others between them;
/// for more, all of them count, so that too much is told rather than too little.
final class AtOnce {

  private static final int MOST = 16;

  private final List<ExclusiveGroup> groups;
  private final Map<DomainId, Long> wants;

  private AtOnce(List<ExclusiveGroup> groups, Map<DomainId, Long> wants) {
    this.groups = groups;
    this.wants = wants;
  }

  /// The guests of the heaviest choice, in the order they came in.
  ///
  /// @param wants what each guest wants, in any unit
  static Set<DomainId> of(List<ExclusiveGroup> groups, Map<DomainId, Long> wants) {
    return groups.isEmpty() ? wants.keySet() : new AtOnce(groups, wants).heaviest();
  }

  private Set<DomainId> heaviest() {
    var chosen = new LinkedHashSet<DomainId>();
    var left = new LinkedHashSet<>(wants.keySet());
    while (!left.isEmpty()) {
      var connected = connected(left);
      left.removeAll(connected);
      chosen.addAll(connected.size() > MOST ? connected : best(connected, List.of()));
    }
    var ordered = new LinkedHashSet<>(wants.keySet());
    ordered.retainAll(chosen);
    return Collections.unmodifiableSet(ordered);
  }

  /// The first of these guests and all that exclude it, or each other, in a chain.
  private List<DomainId> connected(Set<DomainId> among) {
    var found = new ArrayList<DomainId>();
    found.add(among.iterator().next());
    for (int next = 0; next < found.size(); next++) {
      var one = found.get(next);
      for (var other : among) {
        if (!found.contains(other) && exclusive(one, other)) {
          found.add(other);
        }
      }
    }
    return found;
  }

  private List<DomainId> best(List<DomainId> open, List<DomainId> taken) {
    if (open.isEmpty()) {
      return taken;
    }
    var first = open.getFirst();
    var rest = open.subList(1, open.size());
    var with = new ArrayList<>(taken);
    with.add(first);
    var taking = best(rest.stream().filter(other -> !exclusive(first, other)).toList(), with);
    if (rest.stream().noneMatch(other -> exclusive(first, other))) {
      return taking;
    }
    var leaving = best(rest, taken);
    return weight(leaving) > weight(taking) ? leaving : taking;
  }

  private long weight(List<DomainId> guests) {
    return guests.stream().mapToLong(guest -> wants.getOrDefault(guest, 0L)).sum();
  }

  private boolean exclusive(DomainId one, DomainId other) {
    return groups.stream()
        .anyMatch(group -> group.guests().contains(one) && group.guests().contains(other));
  }

  /// What each guest wants, in the order in which they are first seen.
  static Map<DomainId, Long> wants(List<MemoryShare> shares) {
    var found = new LinkedHashMap<DomainId, Long>();
    shares.forEach(share -> found.merge(share.domain(), share.kib(), Long::sum));
    return found;
  }
}
