package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.format.FormatException;
import org.numascape.topology.CacheBank;
import org.numascape.topology.CacheType;
import org.numascape.topology.Contradiction;
import org.numascape.topology.CpuKind;
import org.numascape.topology.Guess;
import org.numascape.topology.HostChange;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostSettings;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectMatrix;

/// What is told of a host beside its tree, in a design file; objects by their ids, `Core:3`. Parts
/// of which nothing is told are not written.
interface HostFactsJson {

  /// Facts as JSON.
  static ObjectNode write(HostFacts facts) {
    var json = JsonNodeFactory.instance.objectNode();
    if (!facts.infos().isEmpty()) {
      var infos = json.putObject("infos");
      facts.infos().forEach((id, words) -> words(infos.putObject(id.toString()), words));
    }
    array(json, "attributes", facts.attributes(), HostFactsJson::attribute);
    array(json, "matrices", facts.matrices(), HostFactsJson::matrix);
    array(json, "cpuKinds", facts.cpuKinds(), HostFactsJson::kind);
    array(json, "cacheBanks", facts.cacheBanks(), HostFactsJson::bank);
    if (!facts.iommuGroups().isEmpty()) {
      var groups = json.putObject("iommuGroups");
      new TreeMap<>(facts.iommuGroups()).forEach(groups::put);
    }
    array(json, "guesses", facts.guesses(), HostFactsJson::guess);
    array(json, "contradictions", facts.contradictions(), HostFactsJson::contradiction);
    if (!facts.settings().equals(HostSettings.NONE)) {
      json.set("settings", HostSettingsJson.write(facts.settings()));
    }
    array(json, "changes", facts.changes(), HostFactsJson::change);
    return json;
  }

  private static <T> void array(
      ObjectNode json,
      String name,
      List<T> items,
      java.util.function.Function<T, ObjectNode> write) {
    if (!items.isEmpty()) {
      var array = json.putArray(name);
      items.forEach(item -> array.add(write.apply(item)));
    }
  }

  private static void words(ObjectNode json, Map<String, String> words) {
    words.forEach(json::put);
  }

  private static ObjectNode attribute(MemoryAttribute attribute) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", attribute.name()).put("order", word(attribute.order()));
    var values = json.putArray("values");
    for (var value : attribute.values()) {
      var entry = values.addObject().put("node", value.node());
      entry.put("initiator", value.initiator().toString());
      if (value.cacheLevel() != 0) {
        entry.put("cacheLevel", value.cacheLevel());
      }
      entry.put("value", value.value());
    }
    return json;
  }

  private static ObjectNode matrix(ObjectMatrix matrix) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", matrix.name()).put("means", word(matrix.means()));
    var objects = json.putArray("objects");
    matrix.objects().forEach(id -> objects.add(id.toString()));
    var values = json.putArray("values");
    matrix.values().forEach(values::add);
    return json;
  }

  private static ObjectNode kind(CpuKind kind) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("cpus", kind.cpus().toString());
    words(json.putObject("infos"), new TreeMap<>(kind.infos()));
    return json;
  }

  private static ObjectNode bank(CacheBank bank) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", bank.id()).put("level", bank.level()).put("type", word(bank.type()));
    json.put("sizeKib", bank.sizeKib()).put("cpus", bank.cpus().toString());
    var controls = json.putArray("controls");
    for (var control : bank.controls()) {
      controls
          .addObject()
          .put("holds", word(control.holds()))
          .put("granularityKib", control.granularityKib())
          .put("minKib", control.minKib())
          .put("allocations", control.allocations());
    }
    return json;
  }

  private static ObjectNode guess(Guess guess) {
    var json = JsonNodeFactory.instance.objectNode();
    return json.put("object", guess.object().toString()).put("why", guess.why());
  }

  private static ObjectNode contradiction(Contradiction contradiction) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("about", contradiction.about());
    var claims = json.putArray("claims");
    for (var claim : contradiction.claims()) {
      claims.addObject().put("source", claim.source()).put("says", claim.says());
    }
    return json;
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Facts from JSON.
  static HostFacts read(JsonPart json) throws FormatException {
    var infos = new LinkedHashMap<ObjectId, Map<String, String>>();
    for (var entry : json.map("infos").entrySet()) {
      infos.put(id(entry.getValue(), entry.getKey()), words(entry.getValue()));
    }
    var groups = new TreeMap<String, Integer>();
    for (var group : json.map("iommuGroups").entrySet()) {
      groups.put(group.getKey(), (int) group.getValue().number(0, Integer.MAX_VALUE));
    }
    return new HostFacts(
        infos,
        all(json, "attributes", HostFactsJson::attribute),
        all(json, "matrices", HostFactsJson::matrix),
        all(json, "cpuKinds", HostFactsJson::kind),
        all(json, "cacheBanks", HostFactsJson::bank),
        groups,
        all(json, "guesses", HostFactsJson::guess),
        all(json, "contradictions", HostFactsJson::contradiction),
        settings(json),
        all(json, "changes", HostFactsJson::change));
  }

  private static ObjectNode change(HostChange change) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("what", change.what())
        .put("before", change.before())
        .put("now", change.now());
  }

  private static HostChange change(JsonPart json) throws FormatException {
    return new HostChange(json.text("what"), json.text("before"), json.text("now"));
  }

  private static HostSettings settings(JsonPart json) throws FormatException {
    var told = json.member("settings");
    return told.isEmpty() ? HostSettings.NONE : HostSettingsJson.read(told.get().object());
  }

  /// Makes one item of a list.
  @FunctionalInterface
  interface Reading<T> {
    /// The item; what contradicts itself may be an [IllegalArgumentException].
    T read(JsonPart json) throws FormatException;
  }

  private static <T> List<T> all(JsonPart json, String name, Reading<T> reading)
      throws FormatException {
    var all = new ArrayList<T>();
    for (var item : json.list(name)) {
      try {
        all.add(reading.read(item.object()));
      } catch (IllegalArgumentException e) {
        throw item.wrong("This contradicts itself: " + e.getMessage() + ".");
      }
    }
    return all;
  }

  private static Map<String, String> words(JsonPart json) throws FormatException {
    var words = new LinkedHashMap<String, String>();
    for (var word : json.object().members().entrySet()) {
      words.put(word.getKey(), word.getValue().string());
    }
    return words;
  }

  private static ObjectId id(JsonPart at, String text) throws FormatException {
    int colon = text.indexOf(':');
    var kind = colon < 0 ? null : TopologyJson.KINDS.get(text.substring(0, colon));
    if (kind == null || !text.substring(colon + 1).matches("\\d{1,7}")) {
      throw at.wrong("\"" + text + "\" names no object such as Core:3.");
    }
    return new ObjectId(kind, Integer.parseInt(text.substring(colon + 1)));
  }

  private static <E extends Enum<E>> E choice(JsonPart json, String name, E[] choices)
      throws FormatException {
    var part = json.needed(name);
    for (var choice : choices) {
      if (word(choice).equals(part.string())) {
        return choice;
      }
    }
    throw part.wrong("\"" + part.string() + "\" is none of the words known here.");
  }

  private static MemoryAttribute attribute(JsonPart json) throws FormatException {
    var values = new ArrayList<MemoryAttribute.Value>();
    for (var value : json.list("values")) {
      values.add(
          new MemoryAttribute.Value(
              (int) value.object().needed("node").number(0, SetText.HIGHEST),
              SetText.cpus(value, "initiator"),
              value.integer("cacheLevel", 0, 0),
              value.amount("value")));
    }
    var order = choice(json, "order", MemoryAttribute.Order.values());
    return new MemoryAttribute(json.text("name"), order, values);
  }

  private static ObjectMatrix matrix(JsonPart json) throws FormatException {
    var objects = new ArrayList<ObjectId>();
    for (var object : json.list("objects")) {
      objects.add(id(object, object.string()));
    }
    var values = new ArrayList<Long>();
    for (var value : json.list("values")) {
      values.add(value.number(Long.MIN_VALUE, Long.MAX_VALUE));
    }
    var means = choice(json, "means", ObjectMatrix.Means.values());
    return new ObjectMatrix(json.text("name"), means, objects, values);
  }

  private static CpuKind kind(JsonPart json) throws FormatException {
    return new CpuKind(SetText.cpus(json, "cpus"), words(json.needed("infos")));
  }

  private static CacheBank bank(JsonPart json) throws FormatException {
    var controls = new ArrayList<CacheBank.Control>();
    for (var control : json.list("controls")) {
      controls.add(
          new CacheBank.Control(
              choice(control.object(), "holds", CacheType.values()),
              control.amount("granularityKib"),
              control.amount("minKib"),
              control.integer("allocations", 0, 0)));
    }
    return new CacheBank(
        json.integer("id", 0, 0),
        json.integer("level", 0, 0),
        choice(json, "type", CacheType.values()),
        json.amount("sizeKib"),
        SetText.cpus(json, "cpus"),
        controls);
  }

  private static Guess guess(JsonPart json) throws FormatException {
    var object = json.needed("object");
    return new Guess(id(object, object.string()), json.text("why"));
  }

  private static Contradiction contradiction(JsonPart json) throws FormatException {
    var claims = new ArrayList<Contradiction.Claim>();
    for (var claim : json.list("claims")) {
      claims.add(new Contradiction.Claim(claim.object().text("source"), claim.text("says")));
    }
    return new Contradiction(json.text("about"), claims);
  }
}
