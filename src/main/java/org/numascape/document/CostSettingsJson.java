package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.design.AccessPattern;
import org.numascape.design.CostSettings;
import org.numascape.design.DomainId;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;
import org.numascape.format.FormatException;

/// What people told of the cost of memory accesses, in a design file. Only what differs from the
/// standard is written.
interface CostSettingsJson {

  /// As JSON; empty for the standard.
  static ObjectNode write(CostSettings settings) {
    var json = JsonNodeFactory.instance.objectNode();
    settings
        .measured()
        .ifPresent(one ->
            json.set("measured", write(one.tool(), one.origin(), one.day(), "ns", one.rows())));
    settings
        .bandwidths()
        .ifPresent(one ->
            json.set("bandwidths", write(one.tool(), one.origin(), one.day(), "mbs", one.rows())));
    if (!settings.patterns().isEmpty()) {
      var patterns = json.putArray("patterns");
      settings
          .patterns()
          .forEach((id, pattern) ->
              patterns.addObject().put("guest", id.value()).put("ownCell", pattern.ownCell()));
    }
    if (!settings.appetites().isEmpty()) {
      var reads = json.putArray("vcpuReads");
      settings
          .appetites()
          .forEach((id, gbs) -> reads.addObject().put("guest", id.value()).put("gbs", gbs));
    }
    return json;
  }

  private static ObjectNode write(
      String tool,
      String origin,
      String day,
      String unit,
      Map<Integer, Map<Integer, Double>> values) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("tool", tool).put("origin", origin);
    if (!day.isEmpty()) {
      json.put("day", day);
    }
    var rows = json.putArray(unit);
    values.forEach((from, row) -> {
      var entry = rows.addObject().put("from", from);
      var to = entry.putObject("to");
      row.forEach((node, value) -> to.put(Integer.toString(node), value));
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
    Optional<MeasuredLatency> measured =
        measured(json, "measured", "ns", "latencies", MeasuredLatency::new);
    Optional<MeasuredBandwidth> bandwidths =
        measured(json, "bandwidths", "mbs", "bandwidths", MeasuredBandwidth::new);
    var patterns = new TreeMap<DomainId, AccessPattern>();
    for (var entry : json.list("patterns")) {
      double share = entry.object().decimal("ownCell");
      if (!(share >= 0 && share <= 1)) {
        throw entry.wrong("\"ownCell\" is a share between 0 and 1.");
      }
      patterns.put(new DomainId(entry.text("guest")), new AccessPattern(share));
    }
    return new CostSettings(measured, bandwidths, patterns, appetites(json));
  }

  private static Map<DomainId, Double> appetites(JsonPart json) throws FormatException {
    var found = new TreeMap<DomainId, Double>();
    for (var entry : json.list("vcpuReads")) {
      double gbs = entry.object().decimal("gbs");
      if (!(gbs > 0) || gbs > CostSettings.HIGHEST_APPETITE) {
        throw entry.wrong("\"gbs\" is what a vCPU reads, in GB/s.");
      }
      found.put(new DomainId(entry.text("guest")), gbs);
    }
    return found;
  }

  /// Makes a measurement.
  @FunctionalInterface
  interface Maker<T> {
    /// Makes it of rows and words.
    ///
    /// @throws IllegalArgumentException for what cannot be
    T of(Map<Integer, Map<Integer, Double>> rows, String tool, String origin, String day);
  }

  private static <T> Optional<T> measured(
      JsonPart costs, String member, String unit, String what, Maker<T> maker)
      throws FormatException {
    var told = costs.member(member);
    if (told.isEmpty()) {
      return Optional.empty();
    }
    var json = told.get().object();
    var rows = new TreeMap<Integer, Map<Integer, Double>>();
    for (var entry : json.list(unit)) {
      int from = (int) entry.object().needed("from").number(0, SetText.HIGHEST);
      var row = new TreeMap<Integer, Double>();
      var to = entry.needed("to").object();
      for (String name : to.members().keySet()) {
        row.put(node(name, to), to.decimal(name));
      }
      rows.put(from, row);
    }
    try {
      return Optional.of(maker.of(rows, json.text("tool"), json.text("origin"), json.text("day")));
    } catch (IllegalArgumentException e) {
      throw json.wrong("These are no " + what + ": " + e.getMessage() + ".");
    }
  }

  private static int node(String name, JsonPart part) throws FormatException {
    if (name.matches("\\d{1,5}")) {
      return Integer.parseInt(name);
    }
    throw part.wrong("\"" + name + "\" is not the number of a node.");
  }
}
