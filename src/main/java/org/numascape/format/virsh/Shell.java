package org.numascape.format.virsh;

import java.util.regex.Pattern;

/// Writes text so that a POSIX shell reads it back unchanged, as one word.
// POSIX Shell Command Language, 2.2.2: nothing is special inside single quotes but the quote.
interface Shell {

  /// What needs no quotes. No `~`, which a shell expands at the start of a word.
  Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /// What may not stand in a comment: it could end the line, or make a terminal show another text
  /// than it runs.
  Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\x{2028}\\x{2029}]");

  /// One word of a command line.
  static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /// Text within a comment.
  static String comment(String text) {
    return UNSEEN.matcher(text).replaceAll("?");
  }

  /// Whether a person sees every character of it.
  static boolean visible(String text) {
    return !UNSEEN.matcher(text).find();
  }
}
