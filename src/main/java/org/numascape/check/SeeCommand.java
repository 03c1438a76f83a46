package org.numascape.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.design.Item;

/// One plain command that shows what a rule is about, ready to be copied.
///
/// @param command for a POSIX shell
/// @param where a remark on it, such as `in the guest`; empty on the host
public record SeeCommand(String command, String where) {

  private static final Pattern REMARK =
      Pattern.compile(
          "[\\s,]*\\(?\\b(in the guest|on the host and in the guest|on the host|and read it back)\\)?$");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.+@:-]+");

  /// The commands of a rule's text.
  public static List<SeeCommand> of(RuleText text) {
    return of(text.see());
  }

  /// The commands of a problem's rule, with the guest's name and the device's address in their
  /// places.
  ///
  /// @param guest the name of the guest it concerns most
  public static List<SeeCommand> of(Problem problem, Optional<String> guest) {
    String text = problem.text().see();
    if (guest.isPresent()) {
      text =
          text.replaceAll(
              "\\bGUEST\\b", java.util.regex.Matcher.quoteReplacement(word(guest.get())));
    }
    for (var item : problem.where()) {
      if (item instanceof Item.Device device) {
        text = text.replace("ADDRESS", device.address());
      }
    }
    return of(text);
  }

  /// As one word of a shell.
  private static String word(String name) {
    return PLAIN.matcher(name).matches() ? name : "'" + name.replace("'", "'\\''") + "'";
  }

  /// The commands of a text that parts them by semicolons; those within quotes, brackets and loops
  /// part nothing.
  static List<SeeCommand> of(String text) {
    var found = new ArrayList<SeeCommand>();
    int begin = 0;
    int depth = 0;
    char quote = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && quote != '\'') {
        at++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ';' && depth == 0 && !inLoop(text.substring(begin, at))) {
        found.add(command(text.substring(begin, at)));
        begin = at + 1;
      }
    }
    found.add(command(text.substring(begin)));
    found.removeIf(one -> one.command().isEmpty());
    return Collections.unmodifiableList(found);
  }

  private static boolean inLoop(String begun) {
    return begun.strip().startsWith("for ") && !begun.strip().endsWith("done");
  }

  private static SeeCommand command(String text) {
    var remark = REMARK.matcher(text.strip());
    return remark.find()
        ? new SeeCommand(text.strip().substring(0, remark.start()).strip(), remark.group(1))
        : new SeeCommand(text.strip(), "");
  }
}
