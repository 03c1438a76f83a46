package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GlyphWidthsTest {

  @Test
  void theToolkitIsAskedOnceForEachCharacterAndStyle() {
    var asked = new ArrayList<String>();
    var widths =
        GlyphWidths.of((text, size, bold, mono) -> {
          asked.add(text + (bold ? " bold" : ""));
          return size / 2;
        });

    widths.width("abba", 10, false, false);
    widths.width("ab", 20, false, false);
    widths.width("a", 10, true, false);

    assertThat(asked).isEqualTo(List.of("a", "b", "a bold"));
  }

  @Test
  void aTextIsAsWideAsItsCharactersTogether() {
    var widths =
        GlyphWidths.of((text, size, bold, mono) -> size * (text.equals("i") ? 0.25 : 0.75));

    double width = widths.width("iW\ud83d\ude00", 12, false, false);

    assertThat(width).isEqualTo(12 * (0.25 + 0.75 + 0.75));
  }
}
