package org.numascape.format.text;

import java.util.regex.Pattern;
import org.numascape.format.FormatException;

/// `grep . /sys/devices/system/node/node*/hugepages/hugepages-*/*_hugepages`: pools by node and
/// size. Source: kernel `Documentation/admin-guide/mm/hugetlbpage.rst`.
final class HugePages {

  private static final Pattern FILE =
      Pattern.compile(
          ".*?node(\\d+)/hugepages/hugepages-(\\d+)kB/(nr|free|surplus)_hugepages[: \\t]+(\\d+)");

  private HugePages() {}

  static Told read(Piece piece, String source) throws FormatException {
    var telling = new Telling();
    for (var line : piece.lines()) {
      var words = new Words(piece, line);
      var file = FILE.matcher(line.text());
      if (file.matches()) {
        int id = words.index(file.group(1));
        var size = words.page(file.group(2));
        long pages = words.amount(file.group(4));
        var node = telling.node(id);
        var pool = node.pool(size);
        telling.nodes.put(
            id,
            switch (file.group(3)) {
              case "nr" -> node.withPool(size, pool.withTotal(pages));
              case "free" -> node.withPool(size, pool.withFree(pages));
              default -> node;
            });
      }
    }
    return telling.told(piece.tool(), source);
  }
}
