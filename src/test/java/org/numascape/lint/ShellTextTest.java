package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShellTextTest {

  private static List<List<String>> words(String text) {
    return ShellText.commands(text).stream()
        .map(command -> command.words().stream().map(Word::value).toList())
        .toList();
  }

  @Test
  void quotesEscapesAndContinuedLinesAreTakenAway() {
    assertThat(words("a 'b c' \"d \\\"e\\\" $f\" g\\ h \\\n i\"j\"'k'"))
        .containsExactly(List.of("a", "b c", "d \"e\" $f", "g h", "ijk"));
  }

  @Test
  void commandsEndAtOperatorsAndLines() {
    assertThat(words("a 1; b && c | d\ne & # f\n$ g >h"))
        .containsExactly(
            List.of("a", "1"),
            List.of("b"),
            List.of("c"),
            List.of("d"),
            List.of("e"),
            List.of("g", "h"));
  }

  @Test
  void aPipelineHasOneNumber() {
    assertThat(ShellText.commands("a | b; c"))
        .extracting(Command::pipeline)
        .containsExactly(0, 0, 1);
  }

  @Test
  void substitutionsStayOneWord() {
    assertThat(words("taskset -p $(pidof qemu | head -1) `x y`"))
        .containsExactly(List.of("taskset", "-p", "$(pidof qemu | head -1)", "`x y`"));
  }

  @Test
  void aQuoteThatNeverEndsIsACharacter() {
    assertThat(words("don't stop\nnow")).containsExactly(List.of("don't", "stop"), List.of("now"));
  }

  @Test
  void aCharacterKnowsItsPlaceThroughQuotes() {
    var word = ShellText.commands("x \"ab\"'cd'").getFirst().words().getLast();

    assertThat(word.span()).isEqualTo(new Span(2, 10));
    assertThat(word.span(2, 4)).isEqualTo(new Span(7, 9));
  }
}
