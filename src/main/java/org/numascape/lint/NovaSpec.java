package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One extra spec of a flavor, `hw:numa_nodes=2`, in any of the forms it is copied in: lines,
/// `--property` of a command, the table of `openstack flavor show`, JSON.
///
/// @param key as written: `hw:numa_cpus.0`
/// @param lead where the assignment begins, with `--property` where that is before it
record NovaSpec(String key, String value, Span keySpan, Span valueSpan, int lead) {

  /// More are no flavor's; where there are more, one more than these is handed out.
  static final int MOST = 2_000;

  private static final int NEAR = 40;

  private static final Pattern OPTION = Pattern.compile("--property[\\s=\"']*$");

  private static final List<String> PREFIXES = List.of("hw:", "resources:");

  /// The key without the number at its end: `hw:numa_cpus`.
  String name() {
    int dot = key.lastIndexOf('.');
    return dot > 0 && cell().isPresent() ? key.substring(0, dot) : key;
  }

  /// The cell it is about, where it ends in a number.
  Optional<Integer> cell() {
    String digits = key.substring(key.lastIndexOf('.') + 1);
    return key.contains(".") && digits.matches("[0-9]{1,4}")
        ? Optional.of(Integer.parseInt(digits))
        : Optional.empty();
  }

  /// All extra specs of a text.
  static List<NovaSpec> in(String text) {
    var found = new ArrayList<NovaSpec>();
    for (int at = 0; at < text.length() && found.size() <= MOST; at++) {
      int from = at;
      boolean begins = at == 0 || !isKey(text.charAt(at - 1));
      if (begins && PREFIXES.stream().anyMatch(prefix -> text.startsWith(prefix, from))) {
        int end = at;
        while (end < text.length() && isKey(text.charAt(end))) {
          end++;
        }
        end -= text.charAt(end - 1) == ':' ? 1 : 0;
        read(text, at, end).ifPresent(found::add);
        at = end;
      }
    }
    return found;
  }

  private static boolean isKey(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == ':' || c == '.' || c == '-';
  }

  private static Optional<NovaSpec> read(String text, int from, int end) {
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    boolean quoted = before == '"' || before == '\'';
    int at = end;
    boolean keyAlone = quoted && at < text.length() && text.charAt(at) == before;
    at = blanks(text, keyAlone ? at + 1 : at);
    if (at >= text.length() || (text.charAt(at) != '=' && text.charAt(at) != ':')) {
      return Optional.empty();
    }
    at = blanks(text, at + 1);
    if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      int close = text.indexOf(text.charAt(at), at + 1);
      return close < 0 ? Optional.empty() : Optional.of(spec(text, from, end, at + 1, close));
    }
    int stop = at;
    while (stop < text.length()
        && !Character.isWhitespace(text.charAt(stop))
        && "\"'|;}".indexOf(text.charAt(stop)) < 0) {
      stop++;
    }
    while (stop > at && ",\\".indexOf(text.charAt(stop - 1)) >= 0) {
      stop--;
    }
    return Optional.of(spec(text, from, end, at, stop));
  }

  private static NovaSpec spec(String text, int from, int end, int valueFrom, int valueEnd) {
    int look = Math.max(0, from - NEAR);
    var option = OPTION.matcher(text.substring(look, from));
    boolean led = option.find();
    return new NovaSpec(
        text.substring(from, end),
        text.substring(valueFrom, valueEnd).strip(),
        new Span(from, end),
        new Span(valueFrom, valueEnd),
        led ? look + option.start() : from);
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
