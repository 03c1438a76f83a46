package org.numascape.app.readiness;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Points in time, in words of the place where the program runs.
interface Times {

  /// `21 Nov 2026, 19:30`
  static String ofCalendar(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH)
        .withZone(ZoneId.systemDefault())
        .format(at);
  }
}
