package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;

/// Text in lines of a width. It breaks after spaces and commas; what has neither stays whole, as do
/// words with a [#TIE] between them.
interface Wrapped {

  /// A space that stays inside a line.
  char TIE = '\u00A0';

  /// The lines, at least one.
  static List<String> lines(String text, int width) {
    var lines = new ArrayList<String>();
    int from = 0;
    while (text.length() - from > width) {
      int end = end(text, from, width);
      lines.add(line(text.substring(from, end)));
      from = end;
    }
    lines.add(line(text.substring(from)));
    return lines;
  }

  private static String line(String text) {
    return text.stripTrailing().replace(TIE, ' ');
  }

  /// Words that stay together.
  static String tied(String words) {
    return words.replace(' ', TIE);
  }

  /// Behind the last place to break that fits, or else the first there is. A space that does not
  /// fit may hang over.
  private static int end(String text, int from, int width) {
    int space = text.lastIndexOf(' ', from + width);
    if (space > from) {
      return space + 1;
    }
    int comma = text.lastIndexOf(',', from + width - 1);
    if (comma > from) {
      return comma + 1;
    }
    int end = from;
    while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ',') {
      end++;
    }
    return Math.min(end + 1, text.length());
  }

  /// Lines that go on under their beginning, behind `first`.
  static List<String> behind(String first, String text, int width) {
    var lines = new ArrayList<String>();
    for (String line : lines(text, Math.max(width - first.length(), 16))) {
      lines.add((lines.isEmpty() ? first : " ".repeat(first.length())) + line);
    }
    return lines;
  }
}
