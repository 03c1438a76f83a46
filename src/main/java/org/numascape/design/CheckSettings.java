package org.numascape.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What people told the rules about a design.
///
/// @param thresholds where rules begin to speak
/// @param mutes rules that are not to be heard of
/// @param neverTogether guests that never run at the same time
public record CheckSettings(
    Thresholds thresholds, List<Mute> mutes, List<ExclusiveGroup> neverTogether) {

  /// Nothing told.
  public static final CheckSettings STANDARD =
      new CheckSettings(Thresholds.STANDARD, List.of(), List.of());

  /// Copies the lists.
  public CheckSettings {
    mutes = List.copyOf(mutes);
    neverTogether = List.copyOf(neverTogether);
  }

  /// The mute that silences a rule for a guest, if there is one; no guest stands for a problem of
  /// the host.
  public Optional<Mute> mute(String code, Optional<DomainId> domain) {
    return mutes.stream().filter(mute -> mute.covers(code, domain)).findFirst();
  }

  /// Whether two guests never run at the same time.
  public boolean exclusive(DomainId one, DomainId other) {
    return neverTogether.stream()
        .anyMatch(group -> group.guests().contains(one) && group.guests().contains(other));
  }

  /// The same with one more mute; it takes the place of one for the same rule and guest.
  public CheckSettings muting(Mute mute) {
    var all = new ArrayList<>(mutes);
    all.removeIf(mute::sameAs);
    all.add(mute);
    return new CheckSettings(thresholds, all, neverTogether);
  }

  /// The same without the mute of a rule for a guest.
  public CheckSettings unmuting(String code, Optional<DomainId> domain) {
    var rest =
        mutes.stream()
            .filter(mute -> !mute.code().equals(code) || !mute.domain().equals(domain))
            .toList();
    return new CheckSettings(thresholds, rest, neverTogether);
  }

  /// The same with other thresholds.
  public CheckSettings with(Thresholds other) {
    return new CheckSettings(other, mutes, neverTogether);
  }

  /// The same with other groups of guests that never run at the same time.
  public CheckSettings with(List<ExclusiveGroup> groups) {
    return new CheckSettings(thresholds, mutes, Collections.unmodifiableList(groups));
  }
}
