package org.numascape.app.memory;

import java.util.OptionalInt;

/// Whole numbers as they stand in a field.
interface Numbers {

  /// What is typed.
  ///
  /// @param what what is counted, in the plural
  /// @throws IllegalArgumentException saying what is wrong
  static int count(String typed, int least, int most, String what) {
    int number;
    try {
      number = Integer.parseInt(typed.strip());
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException("“" + typed + "” is no number of " + what, unreadable);
    }
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          least + " to " + most + " " + what + " are possible, not " + number);
    }
    return number;
  }

  /// What is typed; no text for none.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static OptionalInt optional(String typed, int least, int most) {
    return typed.isBlank()
        ? OptionalInt.empty()
        : OptionalInt.of(count(typed, least, most, "threads"));
  }

  /// A number, or no text for none.
  static String shown(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }
}
