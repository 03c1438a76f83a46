package org.numascape.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

/// What a rule found, before it is told: see [Problem].
///
/// @param variant which of a rule's titles fits; empty for its only one
/// @param more the numbers behind the rule's reason in this very case; empty for none
record Finding(
    String code,
    Severity severity,
    Optional<DomainId> domain,
    List<Item> where,
    String variant,
    String message,
    String more,
    Remedy remedy) {

  Finding {
    where = List.copyOf(where);
  }

  /// Of the host or of several guests.
  static Finding of(String code, Severity severity, String message) {
    return new Finding(code, severity, Optional.empty(), List.of(), "", message, "", Remedy.NONE);
  }

  /// Of one guest.
  static Finding of(String code, Severity severity, GuestFacts guest, String message) {
    return of(code, severity, message).about(guest.id()).at(new Item.WholeGuest(guest.id()));
  }

  /// The guest it concerns most.
  Finding about(DomainId id) {
    return new Finding(code, severity, Optional.of(id), where, variant, message, more, remedy);
  }

  /// What to light up, the most telling first.
  Finding at(Item... items) {
    return at(List.of(items));
  }

  /// What to light up, the most telling first.
  Finding at(Collection<? extends Item> items) {
    return new Finding(
        code, severity, domain, new ArrayList<>(items), variant, message, more, remedy);
  }

  /// Under another of the rule's titles.
  Finding titled(String other) {
    return new Finding(code, severity, domain, where, other, message, more, remedy);
  }

  /// With ways out.
  Finding fixed(Remedy by) {
    return new Finding(code, severity, domain, where, variant, message, more, by);
  }

  /// This as the only one.
  Stream<Finding> stream() {
    return Stream.of(this);
  }
}
