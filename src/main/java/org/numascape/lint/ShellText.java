package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Splits a text into commands and words as a POSIX shell does: quotes, escapes, lines that go on,
/// comments, pipes. Nothing is expanded: `$X`, `$(…)` and globs stay as written.
///
/// A quote that never ends is taken as the character it is, so any text can be split. Source: POSIX
/// Shell Command Language 2.2, 2.3.
final class ShellText {

  private static final Pattern PROMPT = Pattern.compile("\\$|%|\\S+@\\S+[#$]|\\[.*[#$]");

  /// The longest `$(…)` that is taken as one word.
  private static final int LONGEST = 4_096;

  private final String text;
  private final List<Command> commands = new ArrayList<>();
  private List<Word> words = new ArrayList<>();
  private StringBuilder value = new StringBuilder();
  private List<Integer> places = new ArrayList<>();
  private int wordStart = -1;
  private int pipeline;
  private int at;

  private ShellText(String text) {
    this.text = text;
  }

  /// The commands of a text in its order, none without words.
  static List<Command> commands(String text) {
    var shell = new ShellText(text);
    shell.split();
    return shell.commands;
  }

  private void split() {
    while (at < text.length()) {
      step(text.charAt(at));
    }
    endCommand(false);
  }

  private void step(char c) {
    switch (c) {
      case '\n', ';' -> operator(false);
      case '|', '&' -> {
        boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
        operator(c == '|' && !twice);
        at += twice ? 1 : 0;
      }
      case '<', '>' -> {
        endWord();
        at++;
      }
      case '\\' -> escape();
      case '\'', '"' -> quoted(c);
      case '#' -> {
        if (wordStart < 0) {
          int end = text.indexOf('\n', at);
          at = end < 0 ? text.length() : end;
        } else {
          plain(c);
        }
      }
      case '$', '`' -> substitution();
      default -> {
        if (Character.isWhitespace(c)) {
          endWord();
          at++;
        } else {
          plain(c);
        }
      }
    }
  }

  private void operator(boolean pipe) {
    endCommand(pipe);
    at++;
  }

  private void plain(char c) {
    take(c, at);
    at++;
  }

  private void take(char c, int place) {
    if (wordStart < 0) {
      wordStart = at;
    }
    value.append(c);
    places.add(place);
  }

  private void escape() {
    if (text.startsWith("\\\n", at)) {
      at += 2;
    } else if (text.startsWith("\\\r\n", at)) {
      at += 3;
    } else if (at + 1 < text.length()) {
      take(text.charAt(at + 1), at + 1);
      at += 2;
    } else {
      plain('\\');
    }
  }

  private void quoted(char quote) {
    int end = closing(quote);
    if (end < 0) {
      plain(quote);
      return;
    }
    if (wordStart < 0) {
      wordStart = at;
    }
    for (at++; at < end; at++) {
      char c = text.charAt(at);
      boolean escaped = quote == '"' && c == '\\' && "\"\\$`\n".indexOf(text.charAt(at + 1)) >= 0;
      if (escaped) {
        at++;
        if (text.charAt(at) == '\n') {
          continue;
        }
      }
      take(text.charAt(at), at);
    }
    at = end + 1;
  }

  private int closing(char quote) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return i;
      }
      if (c == '\\' && quote == '"') {
        i++;
      }
    }
    return -1;
  }

  /// `$(…)` and `` `…` `` stay one word, with the commands in them unread.
  private void substitution() {
    int end = -1;
    if (text.startsWith("$(", at)) {
      end = closingParenthesis();
    } else if (text.charAt(at) == '`') {
      end = text.indexOf('`', at + 1);
    }
    for (int last = Math.max(end, at); at <= last; ) {
      plain(text.charAt(at));
    }
  }

  private int closingParenthesis() {
    int open = 0;
    int limit = Math.min(text.length(), at + LONGEST);
    for (int i = at + 1; i < limit && text.charAt(i) != '\n'; i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    return -1;
  }

  private void endWord() {
    if (wordStart < 0) {
      return;
    }
    int[] where = places.stream().mapToInt(Integer::intValue).toArray();
    words.add(new Word(value.toString(), where, new Span(wordStart, at)));
    value = new StringBuilder();
    places = new ArrayList<>();
    wordStart = -1;
  }

  private void endCommand(boolean pipe) {
    endWord();
    if (!words.isEmpty() && PROMPT.matcher(words.getFirst().value()).matches()) {
      words.removeFirst();
    }
    if (!words.isEmpty()) {
      commands.add(new Command(words, pipeline));
    }
    words = new ArrayList<>();
    pipeline += pipe ? 0 : 1;
  }
}
