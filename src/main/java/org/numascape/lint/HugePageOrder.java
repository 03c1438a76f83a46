package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// I-19: `hugepages=` before the `hugepagesz=` it was meant for. The kernel takes a count for the
/// size that stands before it, and for the default size where none does.
///
/// Source: kernel `Documentation/admin-guide/kernel-parameters.txt`, `hugepages=`.
final class HugePageOrder {

  /// A parameter, wherever it stands: as a word, or inside a quoted one.
  private record Parameter(String name, String value, Span span) {}

  private HugePageOrder() {}

  /// @param command its words are parameters, or hold them: `GRUB_CMDLINE_LINUX="…"`
  static Stream<Finding> of(Command command) {
    var found = new ArrayList<Finding>();
    var plain = new ArrayList<Parameter>();
    for (var word : command.words()) {
      var inside = parameters(word);
      if (word.value().chars().anyMatch(Character::isWhitespace)) {
        examine(inside, found);
      } else {
        plain.addAll(inside);
      }
    }
    examine(plain, found);
    return found.stream();
  }

  private static List<Parameter> parameters(Word word) {
    var found = new ArrayList<Parameter>();
    String text = word.value();
    for (int at = 0; at < text.length(); ) {
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      int from = Math.max(at, text.lastIndexOf("hugepages", end));
      int equals = text.indexOf('=', from);
      if (equals > 0 && equals < end) {
        String name = text.substring(from, equals);
        boolean own = from == at || "=\"'".indexOf(text.charAt(from - 1)) >= 0;
        if (own && (name.equals("hugepages") || name.equals("hugepagesz"))) {
          found.add(new Parameter(name, text.substring(equals + 1, end), word.span(from, end)));
        }
      }
      at = end + 1;
    }
    return found;
  }

  private static void examine(List<Parameter> parameters, List<Finding> found) {
    for (int i = 0; i + 1 < parameters.size(); i++) {
      var count = parameters.get(i);
      var size = parameters.get(i + 1);
      boolean counted = i > 0 && parameters.get(i - 1).name().equals("hugepagesz");
      boolean late = count.name().equals("hugepages") && size.name().equals("hugepagesz");
      boolean uncounted =
          i + 2 >= parameters.size() || parameters.get(i + 2).name().equals("hugepagesz");
      boolean shifted = i + 2 < parameters.size() && i + 3 >= parameters.size();
      if (late && !counted && uncounted && !shifted) {
        found.add(finding(count, size));
        i++;
      }
    }
  }

  private static Finding finding(Parameter count, Parameter size) {
    String written = "hugepagesz=" + size.value() + " hugepages=" + count.value();
    String message =
        "hugepages=%s stands before hugepagesz=%s, so the kernel allocates %s pages of its default size and none of %s. Write %s."
            .formatted(count.value(), size.value(), count.value(), size.value(), written);
    return Finding.warning(
        "I-19",
        new Span(count.span().start(), size.span().end()),
        message,
        List.of(
            Splice.replace(count.span(), "hugepagesz=" + size.value()),
            Splice.replace(size.span(), "hugepages=" + count.value())));
  }
}
