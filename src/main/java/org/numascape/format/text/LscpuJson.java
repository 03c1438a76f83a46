package org.numascape.format.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;

/// What `lscpu -J`, `lscpu -e -J` and `lscpu -C -J` print.
///
/// The summary is a flat list of fields; since util-linux 2.37 on some versions a tree of
/// `children`. Numbers are numbers or, in older versions, strings; what is unknown is `null`,
/// `"-"`, or, by a mistake of 2.38, a bare `-`, which is no JSON.
final class LscpuJson {

  private static final Pattern BARE_DASH = Pattern.compile("(:\\s*)-(?=\\s*[,}\\n])");

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Words words;

  private LscpuJson(Words words) {
    this.words = words;
  }

  static Told read(Piece piece, String source) throws FormatException {
    return new LscpuJson(new Words(piece, piece.lines().getFirst())).told(source);
  }

  private Told told(String source) throws FormatException {
    var tool = words.piece().tool();
    var root = tree();
    if (tool == Tool.LSCPU_JSON) {
      var lscpu = new Lscpu();
      fields(lscpu, root.path("lscpu"));
      return lscpu.told(tool, source);
    }
    if (tool == Tool.LSCPU_TABLE_JSON) {
      var rows = new CpuRows();
      for (var row : root.path("cpus")) {
        rows.add(words, row(row));
      }
      return rows.told(tool, source);
    }
    var caches = new LscpuCaches();
    for (var row : root.path("caches")) {
      caches.add(words, row(row));
    }
    return caches.told(tool, source);
  }

  private JsonNode tree() throws FormatException {
    String text = BARE_DASH.matcher(words.piece().text()).replaceAll("$1null");
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      int line = words.line().number() + (at == null ? 0 : Math.max(0, at.getLineNr() - 1));
      throw new FormatException(
          words.piece().source(),
          line,
          "this is no whole JSON of %s; copy the output whole."
              .formatted(words.piece().tool().title()));
    }
  }

  private void fields(Lscpu lscpu, JsonNode list) throws FormatException {
    for (var field : list) {
      String name = field.path("field").asText("").strip();
      String value = field.path("data").isNull() ? "" : field.path("data").asText("").strip();
      lscpu.add(words, name.endsWith(":") ? name.substring(0, name.length() - 1) : name, value);
      fields(lscpu, field.path("children"));
    }
  }

  private static Map<String, String> row(JsonNode json) {
    var row = new LinkedHashMap<String, String>();
    for (var field : json.properties()) {
      row.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue().asText(""));
    }
    return row;
  }
}
