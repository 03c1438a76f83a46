package org.numascape.format.text;

import java.util.regex.Pattern;
import org.numascape.format.FormatException;

/// `virsh freecell --all`: free memory by node.
final class FreeCell {

  private static final Pattern NODE = Pattern.compile("(\\d+):\\s+(\\d+) KiB");

  private FreeCell() {}

  static Told read(Piece piece, String source) throws FormatException {
    var telling = new Telling();
    for (var line : piece.lines()) {
      var words = new Words(piece, line);
      var node = NODE.matcher(line.text());
      if (node.matches()) {
        int id = words.index(node.group(1));
        telling.nodes.put(id, telling.node(id).withFree(Amount.ofKib(words.amount(node.group(2)))));
      }
    }
    return telling.told(piece.tool(), source);
  }
}
