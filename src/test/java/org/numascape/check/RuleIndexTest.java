package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The rule index in the README is what the resources say.
///
/// After a change of the texts renew it and look at the difference: `mvn -pl src test
/// -Dtest=RuleIndexTest -Drules=renew`.
final class RuleIndexTest {
  private static final Path README = Path.of("../README.md");
  private static final String BEGIN = "<!-- rules: made by RuleIndexTest -->\n";
  private static final String END = "<!-- end of rules -->\n";

  @Test
  void theReadmeListsEveryRuleAsItIs() throws IOException {
    String readme = Files.readString(README);
    int begin = readme.indexOf(BEGIN) + BEGIN.length();
    int end = readme.indexOf(END);
    assertThat(begin).as("the mark %s", BEGIN).isGreaterThan(BEGIN.length());
    assertThat(end).as("the mark %s", END).isGreaterThan(begin - 1);

    if ("renew".equals(System.getProperty("rules"))) {
      Files.writeString(README, readme.substring(0, begin) + index() + readme.substring(end));
      return;
    }

    assertThat(readme.substring(begin, end))
        .as("renew with mvn -pl src test -Dtest=RuleIndexTest -Drules=renew")
        .isEqualTo(index());
  }

  private static String index() {
    var table = new StringBuilder("\n| rule | | what is wrong |\n| --- | --- | --- |\n");
    for (var text : RuleText.all()) {
      String severities =
          Checks.severities(text.code()).stream()
              .map(severity -> severity.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      table
          .append("| ")
          .append(text.code())
          .append(" | ")
          .append(severities)
          .append(" | **")
          .append(text.title())
          .append(".** ")
          .append(text.what().replace("|", "\\|"))
          .append(" |\n");
    }
    return table.append('\n').toString();
  }
}
