package org.numascape.app.hostplan;

import java.util.Locale;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;

/// Counts of huge pages as they stand in a field.
interface PageCount {

  /// `16,384`
  static String shown(long pages) {
    return String.format(Locale.ROOT, "%,d", pages);
  }

  /// What is typed, no more than the node has room for.
  ///
  /// @param none what no text stands for
  /// @throws IllegalArgumentException saying what is wrong
  static long typed(String typed, long none, NumaNode node, PageSize size) {
    String digits = typed.replace(",", "").replace(" ", "");
    if (!digits.matches("[0-9]{0,12}")) {
      throw new IllegalArgumentException("\"" + typed + "\" is no number of pages");
    }
    long pages = digits.isEmpty() ? none : Long.parseLong(digits);
    long room = node.memoryKib() / size.kib();
    if (pages > room) {
      throw new IllegalArgumentException(
          "node " + node.osIndex() + " has room for at most " + shown(room));
    }
    return pages;
  }
}
