package org.numascape.format.synthetic;

import org.numascape.format.FormatException;

/// Says what is wrong at which place of a description.
///
/// @param source the name people know the description by
record Trouble(String source, String text) {

  private static final int SHOWN = 24;

  /// @param at position from 0
  FormatException at(int at, String what) {
    if (at >= text.length()) {
      return new FormatException(source, 0, "At the end: " + what);
    }
    String rest = text.substring(at);
    String shown = rest.length() > SHOWN ? rest.substring(0, SHOWN) + "…" : rest;
    return new FormatException(
        source, 0, "Character " + (at + 1) + ", \"" + shown.replace('\n', ' ') + "\": " + what);
  }

  /// About the whole description.
  FormatException whole(String what) {
    return new FormatException(source, 0, what);
  }
}
