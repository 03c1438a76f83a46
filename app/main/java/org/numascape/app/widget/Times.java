package org.numascape.app.widget;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Points in time, in words of the place where the program runs.
public interface Times {

  /// `19:30:05`
  static String ofDay(Instant at) {
    return words(at, "HH:mm:ss");
  }

  /// `21 Nov 2026, 19:30`
  static String ofCalendar(Instant at) {
    return words(at, "d MMM yyyy, HH:mm");
  }

  private static String words(Instant at, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
        .withZone(ZoneId.systemDefault())
        .format(at);
  }
}
