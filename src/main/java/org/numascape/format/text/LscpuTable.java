package org.numascape.format.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.numascape.format.FormatException;

/// `lscpu -e` and `lscpu -p`: a line of headings in any order, then a row a CPU.
///
/// With `-p`, empty fields are unknown and an empty heading stands between CPUs and caches.
final class LscpuTable {

  private LscpuTable() {}

  static Told read(Piece piece, String source) throws FormatException {
    boolean parsable = piece.tool() == Tool.LSCPU_PARSABLE;
    var headings = List.<String>of();
    var rows = new CpuRows();
    for (var line : piece.lines()) {
      var words = new Words(piece, line);
      var fields = fields(line.text(), parsable);
      if (headings.isEmpty()) {
        headings = fields.stream().map(field -> field.toLowerCase(Locale.ROOT)).toList();
      } else {
        rows.add(words, row(words, headings, fields));
      }
    }
    return rows.told(piece.tool(), source);
  }

  private static List<String> fields(String line, boolean parsable) {
    return parsable
        ? List.of(line.replaceFirst("^#\\s*", "").split(",", -1))
        : List.of(line.split("\\s+", -1));
  }

  private static Map<String, String> row(Words words, List<String> headings, List<String> fields)
      throws FormatException {
    if (fields.size() != headings.size()) {
      throw words.wrong(
          "this row has %d columns, the headings %d; copy the output of %s whole."
              .formatted(fields.size(), headings.size(), words.piece().tool().title()));
    }
    var row = new LinkedHashMap<String, String>();
    for (int i = 0; i < fields.size(); i++) {
      row.put(headings.get(i), fields.get(i));
    }
    return row;
  }
}
