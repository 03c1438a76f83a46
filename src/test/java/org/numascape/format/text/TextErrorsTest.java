package org.numascape.format.text;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numascape.format.Damage;
import org.numascape.format.FormatException;

/// What is wrong in a text is told with its line and what to do; nothing but a [FormatException]
/// comes out.
final class TextErrorsTest {

  private static final int ROUNDS = 300;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // tool | what stands in the good text | what in its place | what the message says
        "NUMACTL | 10  21 | 10 | 1 distances for 2 nodes",
        "NUMACTL | 21  10 | 999  10 | no distance is 999",
        "NUMACTL | 0 1 4 5 | 0 1 99999 | 99999",
        "LSCPU_TABLE | 0    0      0    0 0:0:0:0          yes | 0    0      0 | columns",
        "LSCPU | 5 MiB (4 | 5 MOO (4 | is no size",
        "LSCPU | 0,1,4,5 | 0,1,x | no list of CPUs",
        "LSCPU_JSON | {\"field\": \"CPU(s):\", | {\"field\" | no whole JSON",
        "LSCPU_TABLE_JSON | \"cpu\": 0, |  | needs its CPU",
        "FREE_PAGES | 4KiB: 131072 | 4KiB: 99999999999999999999 | is no number here",
        "HUGE_PAGES | hugepages-2048kB/nr | hugepages-3kB/nr | 3",
      })
  void aBrokenOutputIsToldWithItsLine(Tool tool, String good, String bad, String says) {
    String text =
        requireNonNull(SmallHost.outputs().get(tool))
            .replaceFirst(quote(good), bad == null ? "" : bad);

    assertThatThrownBy(() -> readAll(text))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("fuzz")
        .hasMessageContaining(says);
  }

  private static String quote(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  @Test
  void onlyAFormatExceptionComesOutOfDamagedOutputs() {
    var random = new Random(20_261_121);
    int refused = 0;

    for (String good : SmallHost.outputs().values()) {
      for (int round = 0; round < ROUNDS; round++) {
        try {
          readAll(Damage.ofText(good, random));
        } catch (FormatException expected) {
          assertThat(expected.getMessage()).startsWith("fuzz").doesNotContain("\n");
          refused++;
        }
      }
    }

    assertThat(refused).isPositive();
  }

  private static void readAll(String text) throws FormatException {
    for (var piece : Pieces.of("fuzz", text)) {
      switch (piece.tool()) {
        case HWLOC, CAPABILITIES, NODE_DEVICE -> piece.xml();
        default -> TextReader.read(piece, "fuzz");
      }
    }
  }
}
