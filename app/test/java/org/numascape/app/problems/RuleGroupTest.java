package org.numascape.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.check.Checks;

final class RuleGroupTest {

  @Test
  void theProblemsOfEveryRuleCanBeChosenByAGroup() {
    assertThat(Checks.codes())
        .hasSizeGreaterThan(100)
        .allSatisfy(code -> assertThat(RuleGroup.of(code)).isPresent());
  }

  @Test
  void everyGroupHasRules() {
    assertThat(RuleGroup.values())
        .allSatisfy(group ->
            assertThat(Checks.codes())
                .anySatisfy(code -> assertThat(RuleGroup.of(code)).contains(group)));
  }
}
