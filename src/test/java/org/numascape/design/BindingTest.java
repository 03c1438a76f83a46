package org.numascape.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Guests;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.NodeSet;

final class BindingTest {

  private static final Domain TWO_CELLS =
      Guests.domain("large").vcpus(8).cell("0-3", 4).cell("4-7", 4).build();

  @Test
  void theOnlyCellIsBoundByTheCommonRule() {
    var one = Guests.domain("small").vcpus(2).cell("0-1", 4).build();

    var bound = Binding.bind(one, 0, strict(1));

    assertThat(bound.numaTune().memory()).contains(strict(1));
    assertThat(bound.numaTune().cells()).isEmpty();
  }

  @Test
  void theCommonRuleCoversEveryCellBecauseTheEmulatorAllocatesThere() {
    var bound = Binding.bind(Binding.bind(TWO_CELLS, 0, strict(2)), 1, strict(3));

    assertThat(bound.numaTune().cells()).isEqualTo(Map.of(0, strict(2), 1, strict(3)));
    assertThat(bound.numaTune().memory().orElseThrow().nodes()).isEqualTo(NodeSet.of(2, 3));
  }

  @Test
  void restrictiveIsForAllRulesOrForNone() {
    var mixed = Binding.bind(TWO_CELLS, 0, strict(2));

    var bound = Binding.bind(mixed, 1, new MemoryBinding(MemoryMode.RESTRICTIVE, NodeSet.of(3)));

    assertThat(bound.numaTune().cells().values())
        .extracting(MemoryBinding::mode)
        .containsOnly(MemoryMode.RESTRICTIVE);
    assertThat(bound.numaTune().memory().orElseThrow().mode()).isEqualTo(MemoryMode.RESTRICTIVE);
  }

  @Test
  void theLastRuleTakenAwayTakesTheCommonRuleAlong() {
    var bound = Binding.bind(TWO_CELLS, 0, strict(2));

    assertThat(Binding.unbind(bound, 0).numaTune()).isEqualTo(TWO_CELLS.numaTune());
  }

  private static MemoryBinding strict(int node) {
    return new MemoryBinding(MemoryMode.STRICT, NodeSet.of(node));
  }
}
