package org.numascape.format.text;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;

/// `virsh nodeinfo`: sums over a host. `CPU socket(s)` is sockets per node, and all of it is known
/// to be wrong on irregular hosts, so that only the memory counts and the number of nodes is
/// compared.
final class NodeInfo {

  private static final Pattern FIELD = Pattern.compile("([^:]+):\\s+(.*)");

  private static final Map<String, Told.Count> COUNTS = Map.of("NUMA cell(s)", Told.Count.NODES);

  private NodeInfo() {}

  static Told read(Piece piece, String source) throws FormatException {
    var telling = new Telling();
    for (var line : piece.lines()) {
      var words = new Words(piece, line);
      var field = FIELD.matcher(line.text());
      if (field.matches()) {
        String value = field.group(2).strip();
        var count = COUNTS.get(field.group(1));
        if (field.group(1).equals("Memory size")) {
          telling.wholeHost = Optional.of(Node.UNKNOWN.withMemory(Amount.ofKib(words.kib(value))));
        } else if (count != null) {
          telling.counts.put(count, words.index(value));
        }
      }
    }
    return telling.told(piece.tool(), source);
  }
}
