package org.numascape.design;

import java.util.Optional;

/// A rule that is not to be heard of, and why. The reason is saved and shown with what it silences.
///
/// @param code the rule's id in the catalogue, such as `P-04`
/// @param domain the guest it is silenced for; empty for the whole design
/// @param reason in the person's own words
public record Mute(String code, Optional<DomainId> domain, String reason) {

  /// Refuses a mute without a reason: nobody could tell later whether it still holds.
  public Mute {
    if (code.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("a rule is muted by its id and with a reason");
    }
  }

  /// Whether it silences a rule for a guest; no guest stands for a problem of the host.
  public boolean covers(String rule, Optional<DomainId> guest) {
    return code.equals(rule) && (domain.isEmpty() || domain.equals(guest));
  }

  /// Whether it is about the same rule and guest.
  boolean sameAs(Mute other) {
    return code.equals(other.code) && domain.equals(other.domain);
  }
}
