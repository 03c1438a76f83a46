package org.numascape.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/// Everything there is to say about a rule, whatever design breaks it.
///
/// The words are in resource bundles, one for each group of rules (`text/P.properties`), where they
/// can be translated: a bundle of another language is a file beside it.
public final class RuleText {

  private static final String FOLDER = "org.numascape.check.text.";

  private static final List<String> GROUPS = List.of("P", "E", "N", "H", "D", "S", "L", "V");

  private final String code;
  private final ResourceBundle words;

  private RuleText(String code, ResourceBundle words) {
    this.code = code;
    this.words = words;
  }

  /// The text of a rule.
  ///
  /// @throws IllegalArgumentException when there is no such rule
  public static RuleText of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("there is no rule " + code));
  }

  /// The text of a rule, if there is such a rule.
  public static Optional<RuleText> find(String code) {
    int dash = code.indexOf('-');
    if (dash < 0 || !GROUPS.contains(code.substring(0, dash))) {
      return Optional.empty();
    }
    var words = bundle(code.substring(0, dash));
    return words.containsKey(code + ".title")
        ? Optional.of(new RuleText(code, words))
        : Optional.empty();
  }

  /// The texts of all rules, in the order of the catalogue.
  public static List<RuleText> all() {
    var found = new ArrayList<RuleText>();
    for (String group : GROUPS) {
      bundle(group).keySet().stream()
          .filter(key -> key.endsWith(".title"))
          .map(key -> key.substring(0, key.length() - ".title".length()))
          .sorted()
          .map(RuleText::of)
          .forEach(found::add);
    }
    return Collections.unmodifiableList(found);
  }

  private static ResourceBundle bundle(String group) {
    return ResourceBundle.getBundle(FOLDER + group, Locale.ROOT);
  }

  /// The rule's id in the catalogue.
  public String code() {
    return code;
  }

  /// A few words.
  public String title() {
    return word("title");
  }

  /// The title that fits a case; the only one for the empty name.
  String title(String variant) {
    return variant.isEmpty() ? title() : word("title." + variant);
  }

  /// What is wrong, in a sentence for an administrator.
  public String what() {
    return word("what");
  }

  /// What it costs, with a number and its source where there is one.
  public String why() {
    return word("why");
  }

  /// How to see it with plain commands.
  public String see() {
    return word("see");
  }

  /// How to mend it, and what that costs: a restart, pages, room.
  public String fix() {
    return word("fix");
  }

  /// When what looks wrong is right; empty where there is no such case.
  public String exception() {
    return optional("exception").orElse("");
  }

  private String word(String part) {
    return words.getString(code + "." + part);
  }

  private Optional<String> optional(String part) {
    try {
      return Optional.of(word(part));
    } catch (MissingResourceException none) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return code + " " + title();
  }
}
