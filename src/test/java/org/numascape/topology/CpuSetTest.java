package org.numascape.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CpuSetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0-3,8,^2|0-1,3,8",
        " 1 , 2 |1-2",
        "5|5",
        "0-3,^0-3x|",
        "7,3,5|3,5,7",
        "0-16383|0-16383"
      })
  void aListIsReadAsLibvirtReadsItAndWrittenInCanonicalForm(String text, String canonical) {
    if (canonical == null) {
      assertThatIllegalArgumentException().isThrownBy(() -> CpuSet.parse(text));
    } else {
      assertThat(CpuSet.parse(text)).hasToString(canonical);
    }
  }

  @Test
  void clearingDependsOnTheOrderAsInLibvirt() {
    assertThat(CpuSet.parse("^2,0-3")).hasToString("0-3");
    assertThat(CpuSet.parse("0-3,^2")).hasToString("0-1,3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3-1", "a", "1,,2", "1-", "-1", "16384", "0-99999999999", "^"})
  void aListThatMakesNoSenseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> CpuSet.parse(text));
  }

  @Test
  void theHighestIdIsNamedWhenOneIsTooHigh() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CpuSet.parse("20000"))
        .withMessageContaining("20000")
        .withMessageContaining("16383");
  }

  @Test
  void aSetHandedOutCannotBeChanged() {
    var set = CpuSet.of(1, 2);

    set.bits().clear();

    assertThat(set).isEqualTo(CpuSet.of(1, 2));
  }

  @Test
  void setsCombineWithoutChangingTheirOperands() {
    var left = CpuSet.range(0, 3);
    var right = CpuSet.of(2, 9);

    assertThat(left.or(right)).hasToString("0-3,9");
    assertThat(left.and(right)).hasToString("2");
    assertThat(left.minus(right)).hasToString("0-1,3");
    assertThat(left).hasToString("0-3");
    assertThat(left.intersects(right)).isTrue();
    assertThat(left.containsAll(CpuSet.of(1, 2))).isTrue();
    assertThat(left.containsAll(right)).isFalse();
  }
}
