package org.numascape.format.sysfs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Follows symbolic links without ever leaving the root.
///
/// @param target what a path is a link to, as it is written in the link; empty where it is no link
record Links(Function<String, Optional<String>> target) {

  /// As many as Linux follows (`path_resolution(7)`).
  private static final int MOST = 40;

  /// The path without links; empty where there are too many of them.
  Optional<String> follow(String path) {
    Deque<String> ahead = new ArrayDeque<>(names(path));
    var walked = new ArrayList<String>();
    int followed = 0;
    while (!ahead.isEmpty()) {
      String name = ahead.removeFirst();
      if (name.equals("..")) {
        if (!walked.isEmpty()) {
          walked.removeLast();
        }
        continue;
      }
      walked.add(name);
      var link = target.apply(String.join("/", walked));
      if (link.isEmpty()) {
        continue;
      }
      followed++;
      if (followed > MOST) {
        return Optional.empty();
      }
      walked.removeLast();
      if (link.get().startsWith("/")) {
        walked.clear();
      }
      names(link.get()).reversed().forEach(ahead::addFirst);
    }
    return Optional.of(String.join("/", walked));
  }

  private static List<String> names(String path) {
    var names = new ArrayList<String>();
    for (String name : path.split("/", -1)) {
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return names;
  }
}
