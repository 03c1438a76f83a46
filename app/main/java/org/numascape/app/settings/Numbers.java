package org.numascape.app.settings;

import java.util.Locale;
import java.util.OptionalInt;

/// Whole numbers as they stand in a field.
public interface Numbers {

  /// What is typed, within bounds.
  ///
  /// @param what what is counted, in the plural
  /// @throws IllegalArgumentException saying what is wrong
  static int count(String typed, int least, int most, String what) {
    return (int) number(typed, least, most, what);
  }

  /// The same; no text for none.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static OptionalInt optional(String typed, int least, int most, String what) {
    return typed.isBlank() ? OptionalInt.empty() : OptionalInt.of(count(typed, least, most, what));
  }

  /// A whole number within bounds; separators of thousands are skipped.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static long number(String typed, long least, long most, String what) {
    String digits = typed.replaceAll("[ ,_'\\u00a0\\u202f]", "");
    long number;
    try {
      number = Long.parseLong(digits);
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException("“" + typed + "” is no number of " + what, unreadable);
    }
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%,d to %,d %s are possible, not %,d", least, most, what, number));
    }
    return number;
  }

  /// A number, or no text for none.
  static String shown(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }
}
