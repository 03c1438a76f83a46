package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RuleTextTest {

  @Test
  void everyRuleThatIsDecidedIsExplainedAndNoOther() {
    assertThat(RuleText.all())
        .extracting(RuleText::code)
        .containsExactlyInAnyOrderElementsOf(Checks.codes());
  }

  @Test
  void noPartOfAnExplanationIsMissing() {
    for (var text : RuleText.all()) {
      assertThat(text.title()).as(text.code()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(50);
      assertThat(text.what()).as(text.code()).endsWith(".");
      assertThat(text.why()).as(text.code()).isNotBlank().doesNotEndWith(".");
      assertThat(text.see()).as(text.code()).isNotBlank();
      assertThat(text.fix()).as(text.code()).endsWith(".");
      assertThat(text.exception()).as(text.code()).matches("|.*\\.");
    }
  }

  @Test
  void aRuleIsFoundByItsCode() {
    assertThat(RuleText.of("N-02").title()).isEqualTo("Memory is on the far node");
    assertThat(RuleText.find("N-99")).isEmpty();
    assertThat(RuleText.find("nonsense")).isEmpty();
    assertThatThrownBy(() -> RuleText.of("Q-01")).hasMessageContaining("Q-01");
  }

  @Test
  void aTextTellsTheExceptionWhereThereIsOneAndItsCode() {
    assertThat(RuleText.of("P-03").exception()).startsWith("Guests that share a set on purpose");
    assertThat(RuleText.of("P-03")).hasToString("P-03 Guests share CPUs");
  }
}
