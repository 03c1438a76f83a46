package org.numascape.format.text;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;
import org.numascape.topology.PageSize;

/// `virsh freepages --all`: free pages by node and size. The smallest size is the base page, whose
/// free pages are the node's free memory. How many pages there are in all is not told.
final class FreePages {

  private static final Pattern NODE = Pattern.compile("Node (\\d+):");
  private static final Pattern PAGES = Pattern.compile("(\\d+) ?KiB:\\s+(\\d+)");

  /// The largest base page of any kernel (Arm, POWER).
  private static final long LARGEST_BASE_KIB = 64;

  private FreePages() {}

  static Told read(Piece piece, String source) throws FormatException {
    var telling = new Telling();
    var current = OptionalInt.empty();
    for (var line : piece.lines()) {
      var words = new Words(piece, line);
      var node = NODE.matcher(line.text());
      var pages = PAGES.matcher(line.text());
      if (node.matches()) {
        current = OptionalInt.of(words.index(node.group(1)));
      } else if (pages.matches() && current.isPresent()) {
        int id = current.getAsInt();
        var size = words.page(pages.group(1));
        long free = words.amount(pages.group(2));
        telling.nodes.put(id, with(telling.node(id), size, free));
      }
    }
    return telling.told(piece.tool(), source);
  }

  private static Node with(Node node, PageSize size, long free) {
    boolean huge = size.kib() > LARGEST_BASE_KIB || node.free().isPresent();
    return huge
        ? node.withPool(size, Pool.UNKNOWN.withFree(free))
        : node.withFree(Amount.ofKib(Math.multiplyExact(Math.min(free, 1L << 50), size.kib())));
  }
}
