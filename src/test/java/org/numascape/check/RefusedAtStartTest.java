package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.format.FormatException;

/// What cannot start is foreseen: as an error where it is certain, milder where it depends on what
/// a design does not tell, with the reason.
final class RefusedAtStartTest {

  @ParameterizedTest
  @MethodSource("org.numascape.check.RefusedAtStart#all")
  void itIsForeseen(RefusedAtStart refused) throws FormatException {
    refused.by().proven(refused.host(), refused.plain(), refused.xml());
  }

  @ParameterizedTest
  @MethodSource("org.numascape.check.RefusedAtStart#all")
  void libvirtIsAskedOrItIsSaidWhyNot(RefusedAtStart refused) {
    assertThat(refused.said().isPresent()).isEqualTo(refused.unproven().isBlank());
  }
}
