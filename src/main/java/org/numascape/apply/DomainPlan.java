package org.numascape.apply;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.numascape.apply.Change.DefineDomain;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;

/// What is planned for one guest.
///
/// @param guest the guest, as read and as wanted
/// @param when the choice in force
/// @param offered the choices that would change anything
/// @param lines the changes in words, those that do not take effect included
/// @param definition the new definition, where it is to be sent
/// @param moves the threads to move, in the order they are moved
/// @param newXml the definition as wanted, whether it is to be sent or not; may hold passwords
public record DomainPlan(
    Guest guest,
    When when,
    Set<When> offered,
    List<PlannedLine> lines,
    Optional<DefineDomain> definition,
    List<Change.Live> moves,
    String newXml) {

  /// Copies the collections.
  public DomainPlan {
    offered = Set.copyOf(offered);
    lines = List.copyOf(lines);
    moves = List.copyOf(moves);
  }

  /// The guest's name within the design.
  public DomainId id() {
    return guest.id();
  }

  /// The name people know it by.
  public String name() {
    return guest.name();
  }

  /// Everything to be done, in order.
  public List<Change> changes() {
    return java.util.stream.Stream.<Change>concat(definition.stream(), moves.stream()).toList();
  }

  /// How the definition would change.
  public XmlDiff diff() {
    return XmlDiff.of(guest.xml(), newXml);
  }

  /// Names the guest and counts; the XML may hold passwords.
  @Override
  public String toString() {
    return "DomainPlan[" + name() + ", " + when + ", " + changes().size() + " changes]";
  }
}
