package org.numascape.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;

/// Compares two designs: what they want of each guest, what they plan for the host, and the hosts
/// themselves where they are not the same. Guests are the same when they have one id, or else one
/// name.
///
/// @param machine what differs between the hosts, as [HostComparison] tells it
/// @param plan what is planned for the host differently, heaviest first
/// @param guests guests that differ, the heaviest difference first, then in the order of the design
public record DesignComparison(
    List<Difference> machine, List<PlanDifference> plan, List<GuestDifference> guests) {

  /// Copies the lists.
  public DesignComparison {
    machine = List.copyOf(machine);
    plan = plan.stream().sorted(Comparator.comparing(PlanDifference::weight)).toList();
    guests = guests.stream().sorted(Comparator.comparing(GuestDifference::weight)).toList();
  }

  /// What differs from one design to the other.
  public static DesignComparison of(Design before, Design after) {
    var machine =
        before.host().equals(after.host())
            ? List.<Difference>of()
            : HostComparison.of(before.host(), after.host());
    return new DesignComparison(
        machine, HostPlanDifferences.of(before, after), guests(before, after));
  }

  private static List<GuestDifference> guests(Design before, Design after) {
    var earlier = byId(before);
    var later = byId(after);
    var found = new ArrayList<GuestDifference>();
    Set<DomainId> known = new HashSet<>();
    for (var guest : after.guests()) {
      var old = same(guest, earlier, later);
      old.ifPresent(one -> known.add(one.id()));
      if (old.isEmpty()) {
        found.add(new GuestDifference(old, Optional.of(guest), List.of()));
      } else if (!old.get().wanted().equals(guest.wanted())) {
        var lines = GuestDifferences.of(old.get().wanted(), guest.wanted());
        if (!lines.isEmpty()) {
          found.add(new GuestDifference(old, Optional.of(guest), lines));
        }
      }
    }
    earlier.values().stream()
        .filter(old -> !known.contains(old.id()))
        .map(old -> new GuestDifference(Optional.of(old), Optional.empty(), List.of()))
        .forEach(found::add);
    return found;
  }

  private static Map<DomainId, Guest> byId(Design design) {
    var guests = new LinkedHashMap<DomainId, Guest>();
    design.guests().forEach(guest -> guests.put(guest.id(), guest));
    return guests;
  }

  /// The guest of that id; else the one of that name, unless the other design has that, too.
  private static Optional<Guest> same(
      Guest guest, Map<DomainId, Guest> before, Map<DomainId, Guest> after) {
    return Optional.ofNullable(before.get(guest.id()))
        .or(() ->
            before.values().stream()
                .filter(old -> old.name().equals(guest.name()))
                .filter(old -> !after.containsKey(old.id()))
                .findFirst());
  }

  /// Whether both plan the same on the same host.
  public boolean isEmpty() {
    return machine.isEmpty() && plan.isEmpty() && guests.isEmpty();
  }

  /// Everything in words, one line each: `db-server: vCPUs 0-3: …`, the host's plan first.
  public List<String> sentences() {
    return Stream.of(
            machine.stream().map(Difference::sentence),
            plan.stream().map(PlanDifference::sentence),
            guests.stream()
                .flatMap(guest -> guest.sentences().stream().map(line -> said(guest, line))))
        .flatMap(lines -> lines)
        .toList();
  }

  private static String said(GuestDifference guest, String line) {
    boolean whole = guest.added() || guest.removed();
    return guest.name() + (whole ? " " : ": ") + line;
  }
}
