package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.XmlText;

/// Finds domain XML, whole or in parts, that stands on lines of its own between other lines: in an
/// article without fences, or in a script that defines a guest.
final class XmlInProse {

  private static final Pattern START =
      Pattern.compile(
          "(?m)^[ \\t]*<(domain|cputune|numatune|memoryBacking|cpu|devices|memtune)(?=[\\s>])");

  /// More is no article, and each has to be read.
  private static final int MOST = 200;

  private XmlInProse() {}

  /// The block in pieces: well-formed XML, and what is between.
  static List<Passage> passages(String text, Span block, TextKind others) {
    var found = new ArrayList<Passage>();
    var start = START.matcher(text);
    int done = block.start();
    int from = done;
    for (int tries = 0; tries < MOST && start.find(from) && start.start() < block.end(); tries++) {
      int end = end(text, start.start(), start.group(1), block.end());
      if (end > 0) {
        between(found, done, start.start());
        found.add(new Passage(TextKind.LIBVIRT, new Span(start.start(), end)));
        done = end;
      }
      from = end > 0 ? end : start.end();
    }
    if (found.isEmpty()) {
      return List.of(new Passage(others, block));
    }
    between(found, done, block.end());
    return found;
  }

  private static void between(List<Passage> found, int from, int to) {
    if (to > from) {
      // a piece of a text with a command of QEMU need not have one itself
      found.add(new Passage(TextKind.SHELL, new Span(from, to)));
    }
  }

  private static int end(String text, int from, String name, int limit) {
    String close = "</" + name + ">";
    int at = text.indexOf(close, from);
    int end = at < 0 ? -1 : at + close.length();
    if (end < 0 || end > limit) {
      return -1;
    }
    try {
      XmlText.parse("", text.substring(from, end));
      return end;
    } catch (FormatException broken) {
      return -1;
    }
  }
}
