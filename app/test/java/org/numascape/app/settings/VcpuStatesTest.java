package org.numascape.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.domain.VcpuState;
import org.numascape.domain.Vcpus;
import org.numascape.topology.CpuSet;

final class VcpuStatesTest {

  private final VcpuStates four = VcpuStates.of(new Vcpus(4, 3, Optional.empty(), false));

  @Test
  void aGuestThatSaysNothingHasItsFirstVcpusAndOnlyTheFirstStays() {
    assertThat(four).isEqualTo(new VcpuStates(4, CpuSet.range(0, 2), 1, List.of()));
  }

  @Test
  void theFirstVcpuIsAlwaysThereAndStays() {
    assertThat(four.withOnline(0, false)).isEqualTo(four);
    assertThat(four.withStaying(0, false)).isEqualTo(four);
    assertThat(four.withOnline(CpuSet.of(3)).online()).isEqualTo(CpuSet.of(0, 3));
  }

  @Test
  void oneThatStaysIsThereAndSoAreAllBeforeIt() {
    var stays = four.withStaying(3, true);

    assertThat(stays.staying()).isEqualTo(4);
    assertThat(stays.online()).isEqualTo(CpuSet.range(0, 3));
  }

  @Test
  void oneThatIsTakenOutStaysNoMoreNorDoThoseBehindIt() {
    var less = four.withStaying(2, true).withOnline(1, false);

    assertThat(less.staying()).isEqualTo(1);
    assertThat(less.online()).isEqualTo(CpuSet.of(0, 2));
  }

  @Test
  void whatIsNotThereCanBePluggedAndHasNoPlaceInTheOrder() {
    var states = four.withOrder(List.of(0, 2, 1)).states();

    assertThat(states)
        .containsExactly(
            new VcpuState(0, true, false, OptionalInt.of(1)),
            new VcpuState(1, true, true, OptionalInt.of(3)),
            new VcpuState(2, true, true, OptionalInt.of(2)),
            new VcpuState(3, false, true, OptionalInt.empty()));
  }

  @Test
  void anOrderNamesAllThatAreThereAndBeginsWithThoseThatStay() {
    assertThatThrownBy(() -> four.withOrder(List.of(0, 1))).hasMessageContaining("each of 0-2");
    assertThatThrownBy(() -> four.withOrder(List.of(0, 1, 1))).hasMessageContaining("each of 0-2");
    assertThatThrownBy(() -> four.withOrder(List.of(1, 0, 2))).hasMessageContaining("begin with 0");
  }

  @Test
  void anOrderKeepsUpWithWhatComesAndGoes() {
    var ordered = four.withOrder(List.of(0, 2, 1));

    assertThat(ordered.withOnline(3, true).order()).containsExactly(0, 2, 1, 3);
    assertThat(ordered.withOnline(2, false).order()).containsExactly(0, 1);
    assertThat(ordered.withStaying(1, true).order()).containsExactly(0, 1, 2);
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    var ordered = four.withStaying(1, true).withOrder(List.of(0, 1, 2));

    var read = VcpuStates.of(new Vcpus(4, 3, Optional.empty(), false, ordered.states()));

    assertThat(read).isEqualTo(ordered);
  }
}
