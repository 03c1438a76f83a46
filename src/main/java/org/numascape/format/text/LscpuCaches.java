package org.numascape.format.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;

/// `lscpu -C`: the size of one cache of each kind.
final class LscpuCaches {

  private static final Pattern NAME = Pattern.compile("[Ll]([1-5])([di]?)");

  private final Telling telling = new Telling();

  static Told read(Piece piece, String source) throws FormatException {
    var caches = new LscpuCaches();
    var headings = List.<String>of();
    for (var line : piece.lines()) {
      var fields = List.of(line.text().split("\\s+", -1));
      if (headings.isEmpty()) {
        headings = fields.stream().map(field -> field.toLowerCase(Locale.ROOT)).toList();
      } else if (fields.size() > Math.max(headings.indexOf("name"), headings.indexOf("one-size"))) {
        caches.add(
            new Words(piece, line),
            Map.of(
                "name", fields.get(headings.indexOf("name")),
                "one-size", fields.get(headings.indexOf("one-size"))));
      }
    }
    return caches.told(piece.tool(), source);
  }

  void add(Words words, Map<String, String> row) throws FormatException {
    var name = NAME.matcher(row.getOrDefault("name", ""));
    String size = row.getOrDefault("one-size", "");
    if (name.matches() && !size.isEmpty() && !size.equals("-")) {
      telling.cacheSizes.put(
          Lscpu.kind(name.group(1), name.group(2)),
          CacheSize.ofOne(words.kib(size)).writtenAs(size));
    }
  }

  Told told(Tool tool, String source) {
    return telling.told(tool, source);
  }
}
