package org.numascape.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MemorySizeParseTest {

  @Test
  void anAmountIsReadAsPeopleWriteIt() {
    assertThat(MemorySize.parse("8 GiB").kib()).isEqualTo(8L << 20);
    assertThat(MemorySize.parse(" 8g").kib()).isEqualTo(8L << 20);
    assertThat(MemorySize.parse("1.5TiB").kib()).isEqualTo(3L << 29);
    assertThat(MemorySize.parse("1,024 MiB").kib()).isEqualTo(1L << 20);
    assertThat(MemorySize.parse("4096 KB").kib()).isEqualTo(4096);
  }

  @Test
  void whatIsShownIsReadBack() {
    var size = MemorySize.ofKib(2_621_440);

    assertThat(MemorySize.parse(size.toString())).isEqualTo(size);
  }

  @Test
  void whatHasNoRoundNumberIsWrittenWithAllItsKibToBeReadBack() {
    assertThat(MemorySize.ofKib(2_621_440).exact()).isEqualTo("2.5 GiB");
    assertThat(MemorySize.ofKib(2_621_441).exact()).isEqualTo("2621441 KiB");
    assertThat(MemorySize.ofKib(0).exact()).isEqualTo("0 KiB");
  }

  @Test
  void anAmountWithoutUnitIsRefusedWithAnExample() {
    assertThatThrownBy(() -> MemorySize.parse("8"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"8\" is no amount of memory: write 512 MiB, 8 GiB");
    assertThatThrownBy(() -> MemorySize.parse("-8 GiB"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MemorySize.parse("0.3 KiB")).hasMessageContaining("whole number");
    assertThatThrownBy(() -> MemorySize.parse("99999999999 PiB")).hasMessageContaining("whole");
  }
}
