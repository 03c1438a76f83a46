package org.numascape.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.numascape.topology.CpuSet;

/// Pieces of commands for a POSIX shell.
interface Shell {

  /// One word, quoted where it has to be.
  static String word(String text) {
    return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /// CPUs for a loop: `2 3 $(seq 8 31)`.
  static String each(CpuSet cpus) {
    var items = new ArrayList<String>();
    for (String item : cpus.toString().split(",", -1)) {
      int dash = item.indexOf('-');
      if (dash < 0) {
        items.add(item);
        continue;
      }
      int first = Integer.parseInt(item.substring(0, dash));
      int last = Integer.parseInt(item.substring(dash + 1));
      items.add(
          last - first < 3
              ? CpuSet.range(first, last).stream()
                  .mapToObj(Integer::toString)
                  .collect(Collectors.joining(" "))
              : "$(seq " + first + " " + last + ")");
    }
    return String.join(" ", items);
  }

  /// Writes a file by a here-document.
  static String file(String path, List<String> lines) {
    return "cat > " + path + " <<'EOF'\n" + lines(lines) + "EOF\n";
  }

  /// Lines, each ended.
  static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
