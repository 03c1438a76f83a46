package org.numascape.app.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.apply.ApplyPlan;
import org.numascape.apply.DomainPlan;
import org.numascape.apply.Effect;
import org.numascape.apply.When;
import org.numascape.check.Problem;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;

/// Everything the review shows, as one value: a choice makes another one.
///
/// @param all the plan for every guest that could be changed
/// @param left guests that the person leaves out
/// @param changed guests that somebody changed on the host since it was read
/// @param problems what is still wrong once everything is applied
/// @param conflicts sentences on what changed both in the design and on the host
/// @param readAt when the host was read
record Review(
    Design design,
    Readiness readiness,
    ApplyPlan all,
    Map<DomainId, When> choices,
    Set<DomainId> left,
    Set<DomainId> changed,
    List<Problem> problems,
    List<String> conflicts,
    Instant readAt) {

  /// Copies the collections.
  Review {
    choices = Map.copyOf(choices);
    left = Set.copyOf(left);
    changed = Set.copyOf(changed);
    problems = List.copyOf(problems);
    conflicts = List.copyOf(conflicts);
  }

  /// The review of a design, before anybody chose. Guests from files can be defined on a host, but
  /// nobody asked for that yet, so they are left out at first; a guest whose threads alone are not
  /// in place is, too.
  ///
  /// @throws FormatException when a guest's text is no domain XML
  static Review of(
      Design design,
      Readiness readiness,
      Set<DomainId> changed,
      List<Problem> problems,
      List<String> conflicts,
      Instant readAt)
      throws FormatException {
    var choices = new HashMap<DomainId, When>();
    var left = new HashSet<DomainId>();
    if (readiness instanceof Readiness.Ready) {
      for (var guest : design.guests()) {
        if (guest.state() == DomainState.FILE) {
          choices.put(guest.id(), When.NEXT_START);
          left.add(guest.id());
        }
      }
      for (var id : ApplyPlan.pending(design)) {
        choices.put(id, When.NOW);
        left.add(id);
      }
    }
    return new Review(
        design,
        readiness,
        ApplyPlan.of(design, choices),
        choices,
        left,
        changed,
        problems,
        conflicts,
        readAt);
  }

  /// The same with a guest's changes taking effect at another time. Only that guest is planned
  /// anew.
  ///
  /// @throws FormatException when its text is no domain XML
  Review choosing(DomainId id, When when) throws FormatException {
    var chosen = new HashMap<>(choices);
    chosen.put(id, when);
    var others = design.guests().stream().map(g -> g.id().equals(id) ? g : g.wanting(g.stored()));
    var anew = ApplyPlan.of(design.withGuests(others.toList()), Map.of(id, when)).domains();
    var domains =
        all.domains().stream()
            .flatMap(domain -> domain.id().equals(id) ? anew.stream() : Stream.of(domain))
            .toList();
    return new Review(
        design,
        readiness,
        new ApplyPlan(all.pools(), domains),
        chosen,
        left,
        changed,
        problems,
        conflicts,
        readAt);
  }

  /// The same with a guest taken in or left out.
  Review including(DomainId id, boolean included) {
    var rest = new HashSet<>(left);
    if (included) {
      rest.remove(id);
    } else {
      rest.add(id);
    }
    return new Review(design, readiness, all, choices, rest, changed, problems, conflicts, readAt);
  }

  /// Whether a guest is to be changed.
  boolean includes(DomainId id) {
    return !left.contains(id);
  }

  /// What would be done: the plan without the guests left out.
  ApplyPlan plan() {
    return new ApplyPlan(
        all.pools(), all.domains().stream().filter(domain -> includes(domain.id())).toList());
  }

  /// How many changes that are, in lines of words.
  long changes() {
    return all.pools().size() + plan().domains().stream().mapToLong(Review::effective).sum();
  }

  private static long effective(DomainPlan domain) {
    return domain.lines().stream().filter(line -> line.effect() != Effect.NONE).count();
  }

  /// Whether there is nothing that could be done.
  boolean isEmpty() {
    return all.pools().isEmpty() && all.domains().isEmpty();
  }

  /// Whether the plan may be applied.
  boolean applicable() {
    return readiness instanceof Readiness.Ready && !plan().isEmpty();
  }

  /// The cards, the host first.
  List<Card> cards() {
    var cards = new ArrayList<Card>();
    if (!all.pools().isEmpty()) {
      cards.add(new Card.Host(all.pools()));
    }
    all.domains().forEach(domain -> cards.add(new Card.OfGuest(domain)));
    return cards;
  }
}
