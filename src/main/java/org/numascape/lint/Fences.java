package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;

/// The fenced blocks of an article in Markdown; a text without fences is one block.
final class Fences {

  private static final String FENCE = "```";

  private Fences() {}

  /// The stretches between fences, without the fences.
  static List<Span> in(String text) {
    var blocks = new ArrayList<Span>();
    int opened = -1;
    boolean fenced = false;
    for (int line = 0; line < text.length(); ) {
      int end = text.indexOf('\n', line);
      int next = end < 0 ? text.length() : end + 1;
      if (text.substring(line, next).strip().startsWith(FENCE)) {
        fenced = true;
        if (opened >= 0) {
          blocks.add(new Span(opened, line));
        }
        opened = opened >= 0 ? -1 : next;
      }
      line = next;
    }
    if (opened >= 0) {
      blocks.add(new Span(opened, text.length()));
    }
    return fenced ? blocks : List.of(new Span(0, text.length()));
  }
}
