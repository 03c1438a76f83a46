package org.numascape.lint;

import java.util.List;

/// Puts options into a command line and takes them out, keeping its line breaks in order.
record LineEdit(String text) {

  /// Takes an option out; where it has a line of its own, the line goes with it.
  List<Splice> remove(Span option) {
    int start = blanksBefore(option.start());
    int end = blanksBehind(option.end());
    boolean begins = start == 0 || text.charAt(start - 1) == '\n';
    if (begins && goesOn(end)) {
      return List.of(Splice.remove(start, text.indexOf('\n', end) + 1));
    }
    boolean last = end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r';
    if (begins && last && start >= 2) {
      int slash = text.charAt(start - 2) == '\r' ? start - 3 : start - 2;
      if (slash >= 0 && text.charAt(slash) == '\\') {
        return List.of(Splice.remove(blanksBefore(slash), option.end()));
      }
    }
    return List.of(Splice.remove(begins ? option.start() : start, begins ? end : option.end()));
  }

  /// Takes a property out of its list, with one of the commas around it.
  Splice remove(Property property) {
    var span = property.span();
    boolean led = span.start() > 0 && text.charAt(span.start() - 1) == ',';
    boolean followed = span.end() < text.length() && text.charAt(span.end()) == ',';
    return Splice.remove(
        led ? span.start() - 1 : span.start(), !led && followed ? span.end() + 1 : span.end());
  }

  /// Puts options in front of one, on lines of their own where that has one.
  Splice before(Span option, String added) {
    int start = blanksBefore(option.start());
    boolean begins = start > 0 && text.charAt(start - 1) == '\n';
    String indent = text.substring(start, option.start());
    return Splice.insert(option.start(), added + (begins ? " \\\n" + indent : " "));
  }

  /// Puts options behind one, on lines of their own where that has one.
  Splice behind(Span option, String added) {
    int start = blanksBefore(option.start());
    boolean begins = start > 0 && text.charAt(start - 1) == '\n';
    String indent = text.substring(start, option.start());
    return Splice.insert(option.end(), (begins ? " \\\n" + indent : " ") + added);
  }

  private int blanksBefore(int at) {
    int start = at;
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private int blanksBehind(int at) {
    int end = at;
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean goesOn(int at) {
    return text.startsWith("\\\n", at) || text.startsWith("\\\r\n", at);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
