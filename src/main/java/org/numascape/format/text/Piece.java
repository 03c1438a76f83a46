package org.numascape.format.text;

import java.util.List;
import org.numascape.format.FormatException;

/// What one tool printed, found in a text.
///
/// @param source the name people know the text by
/// @param line where it begins in its text, counted from 1
/// @param lines without what is not the tool's: prompts, blank lines, colours, white space around
public record Piece(Tool tool, String source, int line, List<Line> lines) {

  /// Copies the list.
  public Piece {
    lines = List.copyOf(lines);
  }

  /// A line and where it is in its text, counted from 1.
  public record Line(int number, String text) {

    FormatException wrong(String source, String what) {
      return new FormatException(source, number, what);
    }
  }

  /// All lines as one text.
  public String text() {
    return String.join("\n", lines.stream().map(Line::text).toList()) + "\n";
  }

  /// All lines of XML, at the lines they have in the text around, for messages that name a line.
  public String xml() {
    String first = lines.getFirst().text().strip();
    boolean declared = line > 1 && first.startsWith("<?xml") && first.endsWith("?>");
    var rest = declared ? lines.subList(1, lines.size()) : lines;
    return "\n".repeat(declared ? line : line - 1)
        + String.join("\n", rest.stream().map(Line::text).toList())
        + "\n";
  }

  FormatException wrong(Line where, String what) {
    return where.wrong(source, what);
  }
}
