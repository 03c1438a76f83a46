package org.numascape.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.numascape.check.RuleText;

/// Everything there is to say about a rule of lint, whatever text breaks it. The words are in
/// `I.properties`, where they can be translated.
///
/// @param title a few words
/// @param what what is wrong, in a sentence for an administrator
/// @param why what it costs, with its source where there is one
/// @param see how to see it with plain commands
/// @param fix how to mend it, and when that takes effect
/// @param exception when what looks wrong is right; empty where there is no such case
public record LintText(
    String code, String title, String what, String why, String see, String fix, String exception) {

  /// The text of a rule, of this package or of the checks.
  public static Optional<LintText> find(String code) {
    var words = bundle();
    if (words.containsKey(code + ".title")) {
      return Optional.of(read(code, words));
    }
    return RuleText.find(code)
        .map(text ->
            new LintText(
                code,
                text.title(),
                text.what(),
                text.why(),
                text.see(),
                text.fix(),
                text.exception()));
  }

  /// The texts of rules I-01 to I-20.
  public static List<LintText> all() {
    var words = bundle();
    return words.keySet().stream()
        .filter(key -> key.endsWith(".title"))
        .map(key -> key.substring(0, key.indexOf('.')))
        .sorted()
        .map(code -> read(code, words))
        .toList();
  }

  private static LintText read(String code, ResourceBundle words) {
    String exception = code + ".exception";
    return new LintText(
        code,
        words.getString(code + ".title"),
        words.getString(code + ".what"),
        words.getString(code + ".why"),
        words.getString(code + ".see"),
        words.getString(code + ".fix"),
        words.containsKey(exception) ? words.getString(exception) : "");
  }

  private static ResourceBundle bundle() {
    return ResourceBundle.getBundle("org.numascape.lint.I", Locale.ROOT);
  }
}
