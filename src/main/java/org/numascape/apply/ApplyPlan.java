package org.numascape.apply;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.apply.Change.AllocatePages;
import org.numascape.apply.Change.DefineDomain;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainWriter;
import org.numascape.topology.HugePagePool;

/// Everything an apply would do to a host. Pure: made from a design, without asking the host.
///
/// @param pools huge-page pools to set, before anything else
/// @param domains guests to change, in the order of the design
public record ApplyPlan(List<AllocatePages> pools, List<DomainPlan> domains) {

  /// Copies the lists.
  public ApplyPlan {
    pools = List.copyOf(pools);
    domains = List.copyOf(domains);
  }

  /// The plan for a design. It holds every guest that the design changes, and every guest that is
  /// chosen for.
  ///
  /// @param choices when changes take effect, by guest. Without a choice, or with one that does not
  ///   exist for the guest, it is [When#BOTH] for a running guest that has a definition, [When#NOW]
  ///   for one that has none, and [When#NEXT_START] for all others
  /// @throws FormatException when a guest's text is no domain XML
  public static ApplyPlan of(Design design, Map<DomainId, When> choices) throws FormatException {
    var pools = new ArrayList<AllocatePages>();
    for (var plan : design.pools()) {
      var before =
          design
              .host()
              .node(plan.node())
              .flatMap(node -> node.pool(plan.size()))
              .map(HugePagePool::total);
      pools.add(
          new AllocatePages(
              plan.node(),
              plan.size(),
              plan.pages(),
              before.map(OptionalLong::of).orElse(OptionalLong.empty())));
    }
    var domains = new ArrayList<DomainPlan>();
    for (var guest : design.guests()) {
      var choice = Optional.ofNullable(choices.get(guest.id()));
      if (guest.changed() || choice.isPresent()) {
        domains.add(domain(design, guest, choice));
      }
    }
    return new ApplyPlan(pools, domains);
  }

  /// Guests that nobody changed in the design, but whose running threads are not where their
  /// definition has them. They are planned for only when they are chosen for.
  public static List<DomainId> pending(Design design) {
    return design.guests().stream()
        .filter(guest -> !guest.changed() && !new LiveMoves(design, guest).all().isEmpty())
        .map(Guest::id)
        .toList();
  }

  private static DomainPlan domain(Design design, Guest guest, Optional<When> choice)
      throws FormatException {
    String newXml = DomainWriter.write(guest.xml(), guest.wanted());
    var moves = new LiveMoves(design, guest).all();
    boolean defines =
        guest.persistent() && (!newXml.equals(guest.xml()) || guest.state() == DomainState.FILE);
    var when = inForce(guest, choice);
    var define = new DefineDomain(guest.id(), newXml, TextHash.of(guest.xml()));
    var sent = when.nextStart() && defines ? Optional.of(define) : Optional.<DefineDomain>empty();
    var moved = when.now() ? moves : List.<Change.Live>of();
    return new DomainPlan(
        guest,
        when,
        offered(defines, !moves.isEmpty()),
        new PlanLines(guest, when, moves).all(),
        sent,
        moved,
        newXml);
  }

  private static When inForce(Guest guest, Optional<When> choice) {
    if (!guest.state().active()) {
      return When.NEXT_START;
    }
    return guest.persistent() ? choice.orElse(When.BOTH) : When.NOW;
  }

  private static Set<When> offered(boolean defines, boolean moves) {
    var offered = EnumSet.noneOf(When.class);
    if (moves) {
      offered.add(When.NOW);
    }
    if (defines) {
      offered.add(When.NEXT_START);
    }
    if (moves && defines) {
      offered.add(When.BOTH);
    }
    return offered;
  }

  /// Everything to be done, in order.
  public List<Change> changes() {
    return Stream.<Change>concat(
            pools.stream(), domains.stream().flatMap(domain -> domain.changes().stream()))
        .toList();
  }

  /// Whether there is nothing to do.
  public boolean isEmpty() {
    return changes().isEmpty();
  }

  /// What will happen, step by step, for the person who has to agree.
  public List<String> story() {
    var steps = new ArrayList<String>();
    long defined = domains.stream().filter(domain -> domain.definition().isPresent()).count();
    long moved = domains.stream().mapToLong(domain -> domain.moves().size()).sum();
    if (!domains.isEmpty()) {
      steps.add("Check again that nobody changed " + machines(domains.size()));
    }
    pools.forEach(pool ->
        steps.add(
            "Set the pool of "
                + pool.size()
                + " pages on node "
                + pool.node()
                + " to "
                + Words.number(pool.total())));
    if (defined > 0) {
      steps.add("Save a restore point of " + machines(defined) + ", on this computer");
      steps.add("Define " + machines(defined) + ", validated by libvirt, and read back");
    }
    if (moved > 0) {
      steps.add(
          "Move "
              + moved
              + (moved == 1 ? " thread" : " threads")
              + " of running machines; undo all of a machine if one step fails");
    }
    if (!isEmpty()) {
      steps.add("Verify definitions and threads on the host");
    }
    return steps;
  }

  private static String machines(long count) {
    return count == 1 ? "1 machine" : count + " machines";
  }
}
