package org.numascape.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.numascape.format.FormatException;

/// A text as a list of its lines, such that joining them with newlines gives exactly that text
/// again: a final newline shows as an empty last line, Windows line ends as `\r` at each line's
/// end.
interface TextLines {

  /// The lines of a text.
  static ArrayNode write(String text) {
    var lines = JsonNodeFactory.instance.arrayNode();
    List.of(text.split("\n", -1)).forEach(lines::add);
    return lines;
  }

  /// The text of some lines.
  static String read(List<JsonPart> lines) throws FormatException {
    var texts = new ArrayList<String>();
    for (var line : lines) {
      texts.add(line.string());
    }
    return String.join("\n", texts);
  }
}
