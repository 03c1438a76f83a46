package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LintTextTest {

  @Test
  void theTwentyRulesOfTheCatalogueAreExplained() {
    assertThat(LintText.all())
        .extracting(LintText::code)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 20).mapToObj("I-%02d"::formatted).toList());
  }

  @Test
  void noPartOfAnExplanationIsMissing() {
    for (var text : LintText.all()) {
      assertThat(text.title()).as(text.code()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(50);
      assertThat(text.what()).as(text.code()).endsWith(".");
      assertThat(text.why()).as(text.code()).isNotBlank().doesNotEndWith(".");
      assertThat(text.see()).as(text.code()).isNotBlank();
      assertThat(text.fix()).as(text.code()).endsWith(".");
      assertThat(text.exception()).as(text.code()).matches("|.*\\.");
    }
  }

  @Test
  void rulesOfTheChecksAreExplainedByTheChecks() {
    assertThat(LintText.find("D-02")).isPresent();
    assertThat(LintText.find("N-06")).isPresent();
    assertThat(LintText.find("I-99")).isEmpty();
  }
}
