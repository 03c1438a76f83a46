package org.numascape.app.review;

import java.time.Duration;

/// How old something is, in words.
interface Age {

  /// `3 s`, `5 min`, `2 h`
  static String words(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }
}
