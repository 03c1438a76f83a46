package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.format.FormatException;

/// A guest of `xl`: `name = value`, where a value is a number, a string or a list of values.
///
/// Source: Xen `docs/man/xl.cfg.5`, `tools/libs/util/libxlu_cfg_y.y`.
final class XenText {

  private static final int DEPTH = 8;

  /// A value and where it stands.
  sealed interface Value {
    Span span();

    /// A string or a number.
    record Atom(String text, Span span) implements Value {}

    /// What is between `[` and `]`.
    record Items(List<Value> values, Span span) implements Value {
      /// Copies the list.
      public Items {
        values = List.copyOf(values);
      }
    }
  }

  /// One assignment.
  record Setting(String key, Value value, Span keySpan) {}

  private final String source;
  private final String text;
  private int at;

  private XenText(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /// Reads a configuration.
  ///
  /// @throws FormatException where it is none
  static List<Setting> settings(String source, String text) throws FormatException {
    return new XenText(source, text).read();
  }

  static Optional<Value> value(List<Setting> settings, String key) {
    return settings.stream()
        .filter(setting -> setting.key().equals(key))
        .map(Setting::value)
        .reduce((first, last) -> last);
  }

  private List<Setting> read() throws FormatException {
    var settings = new ArrayList<Setting>();
    for (skip(); at < text.length(); skip()) {
      int start = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
        at++;
      }
      if (at == start) {
        throw wrong("a name is expected here, as in vcpus = 4.");
      }
      String key = text.substring(start, at);
      var keySpan = new Span(start, at);
      skip();
      if (text.startsWith("+=", at)) {
        at++;
      }
      if (at >= text.length() || text.charAt(at) != '=') {
        throw wrong(key + " is not followed by \"=\".");
      }
      at++;
      skip();
      settings.add(new Setting(key, value(0), keySpan));
    }
    return settings;
  }

  private Value value(int depth) throws FormatException {
    if (depth > DEPTH) {
      throw wrong("lists are nested deeper than any setting of xl is.");
    }
    if (at >= text.length()) {
      throw wrong("a value is missing.");
    }
    char c = text.charAt(at);
    if (c == '[') {
      return items(depth);
    }
    int start = at;
    if (c == '"' || c == '\'') {
      int end = text.indexOf(c, at + 1);
      if (end < 0) {
        throw wrong("the string that begins here never ends.");
      }
      at = end + 1;
      return new Value.Atom(text.substring(start + 1, end), new Span(start + 1, end));
    }
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "_.-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (at == start) {
      throw wrong("a number, a string or a list is expected here.");
    }
    return new Value.Atom(text.substring(start, at), new Span(start, at));
  }

  private Value items(int depth) throws FormatException {
    int start = at;
    at++;
    var values = new ArrayList<Value>();
    for (skip(); at < text.length() && text.charAt(at) != ']'; skip()) {
      values.add(value(depth + 1));
      skip();
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      } else if (at < text.length() && text.charAt(at) != ']') {
        throw wrong("\",\" or \"]\" is expected here.");
      }
    }
    if (at >= text.length()) {
      at = start;
      throw wrong("the list that begins here never ends.");
    }
    at++;
    return new Value.Items(values, new Span(start, at));
  }

  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (Character.isWhitespace(c) || c == ';') {
        at++;
      } else {
        return;
      }
    }
  }

  private FormatException wrong(String what) {
    int place = Math.min(at, text.length());
    return new FormatException(source, Place.of(text, new Span(place, place)).line(), what);
  }
}
