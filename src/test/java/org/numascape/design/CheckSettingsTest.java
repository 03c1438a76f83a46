package org.numascape.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CheckSettingsTest {
  private static final DomainId A = new DomainId("a");
  private static final DomainId B = new DomainId("b");

  @Test
  void aMuteForAGuestLeavesTheOthersAlone() {
    var settings =
        CheckSettings.STANDARD.muting(new Mute("P-04", Optional.of(A), "one tenant owns both"));

    assertThat(settings.mute("P-04", Optional.of(A))).isPresent();
    assertThat(settings.mute("P-04", Optional.of(B))).isEmpty();
    assertThat(settings.mute("P-03", Optional.of(A))).isEmpty();
  }

  @Test
  void aMuteForTheHostHoldsForEveryGuest() {
    var settings = CheckSettings.STANDARD.muting(new Mute("P-04", Optional.empty(), "a test host"));

    assertThat(settings.mute("P-04", Optional.of(A))).isPresent();
    assertThat(settings.mute("P-04", Optional.empty())).isPresent();
    assertThat(settings.unmuting("P-04", Optional.empty())).isEqualTo(CheckSettings.STANDARD);
  }

  @Test
  void mutingAgainChangesTheReason() {
    var settings =
        CheckSettings.STANDARD
            .muting(new Mute("P-04", Optional.of(A), "old"))
            .muting(new Mute("P-04", Optional.of(A), "new"));

    assertThat(settings.mutes()).extracting(Mute::reason).containsExactly("new");
  }

  @Test
  void aMuteNeedsAReason() {
    assertThatThrownBy(() -> new Mute("P-04", Optional.empty(), " "))
        .hasMessageContaining("with a reason");
  }

  @Test
  void guestsOfOneGroupExcludeEachOther() {
    var settings = CheckSettings.STANDARD.with(List.of(new ExclusiveGroup(Set.of(A, B))));

    assertThat(settings.exclusive(A, B)).isTrue();
    assertThat(settings.exclusive(A, new DomainId("c"))).isFalse();
  }

  @Test
  void aNodeKeepsTheGreaterOfTheTwoReserves() {
    var thresholds = Thresholds.STANDARD;

    assertThat(thresholds.reserveKib(16 * 1_048_576L)).isEqualTo(2 * 1_048_576L);
    assertThat(thresholds.reserveKib(1_000 * 1_048_576L)).isEqualTo(50 * 1_048_576L);
  }
}
