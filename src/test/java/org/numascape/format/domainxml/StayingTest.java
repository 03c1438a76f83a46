package org.numascape.format.domainxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StayingTest {

  @Test
  void asManyElementsStayAsCanBeInTheOrderWanted() {
    var staying = new Staying<>(List.of("a", "b", "c", "d"), List.of("b", "a", "c", "e"));

    assertThat(staying.places()).isEqualTo(Map.of(1, 0, 2, 2));
  }

  @Test
  void whatDoesNotStayIsGoneAndWhatIsNotThereIsMissingEachAsItsListHasIt() {
    var staying = new Staying<>(List.of("a", "b", "a"), List.of("a", "x", "a"));

    assertThat(staying.gone(List.of("first a", "b", "second a"))).containsExactly("b");
    assertThat(staying.missing(List.of(10, 20, 30))).containsExactly(20);
  }
}
