package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.design.AccessPattern;
import org.numascape.design.CostSettings;
import org.numascape.design.DomainId;
import org.numascape.design.MeasuredLatency;
import org.numascape.format.FormatException;

/// What people told of the cost of memory accesses, in a design file. Only what differs from the
/// standard is written.
interface CostSettingsJson {

  /// As JSON; empty for the standard.
  static ObjectNode write(CostSettings settings) {
    var json = JsonNodeFactory.instance.objectNode();
    settings.measured().ifPresent(measured -> json.set("measured", write(measured)));
    if (!settings.patterns().isEmpty()) {
      var patterns = json.putArray("patterns");
      settings
          .patterns()
          .forEach((id, pattern) ->
              patterns.addObject().put("guest", id.value()).put("ownCell", pattern.ownCell()));
    }
    return json;
  }

  private static ObjectNode write(MeasuredLatency measured) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("tool", measured.tool()).put("origin", measured.origin());
    if (!measured.day().isEmpty()) {
      json.put("day", measured.day());
    }
    var rows = json.putArray("ns");
    measured
        .rows()
        .forEach((from, row) -> {
          var entry = rows.addObject().put("from", from);
          var to = entry.putObject("to");
          row.forEach((node, ns) -> to.put(Integer.toString(node), ns));
        });
    return json;
  }

  /// From the root of a design file; the standard where nothing is told.
  static CostSettings read(JsonPart root) throws FormatException {
    var found = root.member("costs");
    if (found.isEmpty()) {
      return CostSettings.STANDARD;
    }
    var json = found.get().object();
    var told = json.member("measured");
    Optional<MeasuredLatency> measured =
        told.isEmpty() ? Optional.empty() : Optional.of(measured(told.get().object()));
    var patterns = new TreeMap<DomainId, AccessPattern>();
    for (var entry : json.list("patterns")) {
      double share = entry.object().decimal("ownCell");
      if (!(share >= 0 && share <= 1)) {
        throw entry.wrong("\"ownCell\" is a share between 0 and 1.");
      }
      patterns.put(new DomainId(entry.text("guest")), new AccessPattern(share));
    }
    return new CostSettings(measured, patterns);
  }

  private static MeasuredLatency measured(JsonPart json) throws FormatException {
    var rows = new TreeMap<Integer, Map<Integer, Double>>();
    for (var entry : json.list("ns")) {
      int from = (int) entry.object().needed("from").number(0, SetText.HIGHEST);
      var row = new TreeMap<Integer, Double>();
      var to = entry.needed("to").object();
      for (String name : to.members().keySet()) {
        row.put(node(name, to), to.decimal(name));
      }
      rows.put(from, row);
    }
    try {
      return new MeasuredLatency(rows, json.text("tool"), json.text("origin"), json.text("day"));
    } catch (IllegalArgumentException e) {
      throw json.wrong("These are no latencies: " + e.getMessage() + ".");
    }
  }

  private static int node(String name, JsonPart part) throws FormatException {
    if (name.matches("\\d{1,5}")) {
      return Integer.parseInt(name);
    }
    throw part.wrong("\"" + name + "\" is not the number of a node.");
  }
}
