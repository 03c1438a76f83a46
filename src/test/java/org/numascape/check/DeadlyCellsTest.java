package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.DeadlyCells;
import org.numascape.Hosts;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;

/// What kills libvirt before 11.3 is an error long before anybody applies it: N-13 or N-35 say so,
/// or the reader refuses the text. (That it is not sent: `FatalDesignsTest`,
/// `FatalDefinitionTest`.)
final class DeadlyCellsTest {

  private static List<String> guestsAtDefine() {
    return DeadlyCells.atDefine().stream().filter(cells -> isGuest(cells)).toList();
  }

  private static List<String> noGuests() {
    return DeadlyCells.atDefine().stream().filter(cells -> !isGuest(cells)).toList();
  }

  private static boolean isGuest(String cells) {
    try {
      return !DomainReader.read("a", DeadlyCells.domain("a", cells)).cells().isEmpty();
    } catch (FormatException refused) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("guestsAtDefine")
  void aDistanceIsAnErrorOfTheGuest(String cells) throws FormatException {
    proven("N-13", cells);
  }

  @ParameterizedTest
  @MethodSource("org.numascape.DeadlyCells#atStart")
  void soIsACellWithoutVcpusBeforeOneWith(String cells) throws FormatException {
    proven("N-35", cells);
  }

  @ParameterizedTest
  @MethodSource("noGuests")
  void whatNoGuestCanHoldIsRefused(String cells) {
    assertThatThrownBy(() -> DomainReader.read("a", DeadlyCells.domain("a", cells)))
        .isInstanceOfSatisfying(
            FormatException.class, refused -> assertThat(refused.line()).isEqualTo(7))
        .hasMessageContaining("guest cell 0");
  }

  @ParameterizedTest
  @MethodSource("org.numascape.DeadlyCells#harmless")
  void whatItSurvivesIsNoError(String cells) throws FormatException {
    var xml = List.of(DeadlyCells.domain("a", cells));

    assertThat(Foreseen.found(Hosts.twoSockets(), xml, "N-13")).isEmpty();
    assertThat(Foreseen.found(Hosts.twoSockets(), xml, "N-35")).isEmpty();
  }

  private static void proven(String rule, String cells) throws FormatException {
    Foreseen.by(rule)
        .proven(
            Hosts.twoSockets(),
            List.of(DeadlyCells.domain("a", "")),
            List.of(DeadlyCells.domain("a", cells)));
  }
}
