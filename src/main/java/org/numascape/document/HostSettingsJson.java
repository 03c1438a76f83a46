package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.Observation;
import org.numascape.topology.Setting;
import org.numascape.topology.SettingChange;

/// The settings of a host's kernel and services in a design file, by the names of [Setting#key()].
/// A name this version does not know is left out: another version may ask for more.
interface HostSettingsJson {

  /// Settings as JSON.
  static ObjectNode write(HostSettings settings) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("from", settings.from());
    settings.readAt().ifPresent(at -> json.put("readAt", at.toString()));
    var found = json.putObject("found");
    settings
        .observations()
        .forEach((setting, seen) -> observation(found.putObject(setting.key()), seen));
    if (!settings.changes().isEmpty()) {
      var changes = json.putArray("changes");
      for (var change : settings.changes()) {
        changes
            .addObject()
            .put("setting", change.setting().key())
            .put("before", change.before())
            .put("after", change.after());
      }
    }
    return json;
  }

  private static void observation(ObjectNode json, Observation seen) {
    json.put("where", seen.where());
    switch (seen) {
      case Observation.Value(var text, var _) -> json.put("value", text);
      case Observation.ByCpu(var cpus, var _) -> {
        var words = json.putObject("cpus");
        cpus.forEach((word, set) -> words.put(word, set.toString()));
      }
      case Observation.ByName(var texts, var _) -> {
        var words = json.putObject("texts");
        texts.forEach(words::put);
      }
      case Observation.Absent _ -> json.put("absent", true);
      case Observation.Refused(var _, var why) -> json.put("refused", why);
    }
  }

  /// Settings from JSON.
  static HostSettings read(JsonPart json) throws FormatException {
    var found = new EnumMap<Setting, Observation>(Setting.class);
    for (var entry : json.map("found").entrySet()) {
      var setting = Setting.of(entry.getKey());
      if (setting.isPresent()) {
        found.put(setting.get(), observation(entry.getValue().object()));
      }
    }
    var changes = new ArrayList<SettingChange>();
    for (var change : json.list("changes")) {
      var setting = Setting.of(change.object().text("setting"));
      if (setting.isPresent()) {
        changes.add(new SettingChange(setting.get(), change.text("before"), change.text("after")));
      }
    }
    return new HostSettings(found, json.text("from"), instant(json), changes);
  }

  private static Optional<Instant> instant(JsonPart json) throws FormatException {
    String text = json.text("readAt");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw json.wrong("\"" + text + "\" is no point in time such as 2026-11-21T19:00:00Z.");
    }
  }

  private static Observation observation(JsonPart json) throws FormatException {
    String where = json.text("where");
    if (json.truth("absent")) {
      return new Observation.Absent(where);
    }
    if (json.member("refused").isPresent()) {
      return new Observation.Refused(where, json.text("refused"));
    }
    if (json.member("cpus").isPresent()) {
      var cpus = new TreeMap<String, CpuSet>();
      for (var entry : json.map("cpus").entrySet()) {
        cpus.put(entry.getKey(), SetText.cpus(entry.getValue()));
      }
      return new Observation.ByCpu(cpus, where);
    }
    if (json.member("texts").isPresent()) {
      var texts = new TreeMap<String, String>();
      for (var entry : json.map("texts").entrySet()) {
        texts.put(entry.getKey(), entry.getValue().string());
      }
      return new Observation.ByName(texts, where);
    }
    return new Observation.Value(json.needed("value").string(), where);
  }
}
