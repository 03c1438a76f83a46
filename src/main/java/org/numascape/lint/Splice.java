package org.numascape.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Other characters in the place of some.
///
/// @param start offset of the first character replaced, counted from 0
/// @param end offset behind the last one; equal to `start` where something is only put in
public record Splice(int start, int end, String replacement) {

  /// Puts something in.
  static Splice insert(int at, String what) {
    return new Splice(at, at, what);
  }

  /// Puts something in the place of a stretch.
  static Splice replace(Span span, String what) {
    return new Splice(span.start(), span.end(), what);
  }

  /// Takes a stretch out.
  static Splice remove(int start, int end) {
    return new Splice(start, end, "");
  }

  Splice moved(int by) {
    return new Splice(start + by, end + by, replacement);
  }

  /// Whether both cannot be made in one text.
  boolean cuts(Splice other) {
    boolean overlap = start < other.end && other.start < end;
    return overlap && !equals(other);
  }

  /// A text with splices made that do not cut each other; what is there twice is made once.
  static String made(String text, List<Splice> splices) {
    var sorted = new ArrayList<>(splices.stream().distinct().toList());
    sorted.sort(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end));
    var result = new StringBuilder(text.length() + 64);
    int copied = 0;
    for (var splice : sorted) {
      result.append(text, copied, splice.start()).append(splice.replacement());
      copied = splice.end();
    }
    return result.append(text, copied, text.length()).toString();
  }
}
