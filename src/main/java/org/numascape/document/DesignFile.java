package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.design.Lane;
import org.numascape.design.PoolPlan;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.format.Secrets;

/// The text of a `.numascape.json` file: a whole design, its host and its guests' XML included,
/// laid out for line-by-line comparison.
///
/// Passwords never enter a file: see [Secrets]. So a design read back equals the one written but
/// for the passwords in its guests' XML.
public final class DesignFile {

  /// What every design file is called at its end.
  public static final String EXTENSION = ".numascape.json";

  static final String FORMAT = "numascape-design";

  /// Raised when a reader of the old version would misread the new file, not for new members it may
  /// skip.
  static final int VERSION = 1;

  private DesignFile() {}

  /// A design as text.
  public static String write(Design design) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT).put("version", VERSION).put("name", design.name());
    json.set("source", HostSourceJson.write(design.source()));
    json.put("reserved", design.reserved().toString());
    if (!design.lanes().equals(Lane.keptForHost(design.reserved()))) {
      var lanes = json.putArray("lanes");
      design.lanes().forEach(lane -> lanes.add(RecordJson.write(lane)));
    }
    design.isolated().ifPresent(cpus -> json.put("isolated", cpus.toString()));
    var pools = json.putArray("pools");
    for (var plan : design.pools()) {
      pools
          .addObject()
          .put("node", plan.node())
          .put("pageKib", plan.size().kib())
          .put("pages", plan.pages());
    }
    var checking = CheckSettingsJson.write(design.checking());
    if (!checking.isEmpty()) {
      json.set("checking", checking);
    }
    var costs = CostSettingsJson.write(design.costs());
    if (!costs.isEmpty()) {
      json.set("costs", costs);
    }
    var guests = json.putArray("guests");
    design.guests().forEach(guest -> guests.add(guest(guest)));
    json.set("host", TopologyJson.write(design.host()));
    return JsonLines.of(json);
  }

  private static ObjectNode guest(Guest guest) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", guest.name());
    json.put("state", word(guest.state()));
    json.put("persistent", guest.persistent());
    json.put("colour", guest.colour());
    if (guest.autostart()) {
      json.put("autostart", true);
    }
    json.set("wanted", DomainJson.write(guest.wanted(), guest.stored()));
    guest.live().ifPresent(live -> json.set("live", DomainJson.write(live, guest.stored())));
    json.set("stored", DomainJson.write(guest.stored()));
    String xml = Secrets.blank(guest.xml());
    if (!xml.equals(guest.xml())) {
      json.put("passwordsLeftOut", true);
    }
    json.set("xml", TextLines.write(xml));
    return json;
  }

  private static String word(DomainState state) {
    return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// A design from text; members this program does not know are skipped.
  ///
  /// @param source the file's name, for messages
  /// @throws FormatException with the line to blame, or asking for an update where the file is
  ///   newer
  public static Design read(String source, String json) throws FormatException {
    var root = JsonPart.read(source, json).object();
    if (!root.text("format").equals(FORMAT)) {
      throw new FormatException(
          source,
          0,
          "This is JSON, but no Numascape design: \"format\" is not \"" + FORMAT + "\".");
    }
    long version = root.needed("version").number(1, Long.MAX_VALUE);
    if (version > VERSION) {
      throw new FormatException(
          source,
          0,
          "A newer Numascape wrote this design (version %d, this program reads up to %d): update Numascape to open it."
              .formatted(version, VERSION));
    }
    try {
      return new Design(
          root.text("name"),
          TopologyJson.read(root.needed("host").object()),
          HostSourceJson.read(root.needed("source").object()),
          guests(root),
          lanes(root),
          pools(root),
          SetText.optionalCpus(root, "isolated"),
          CheckSettingsJson.read(root),
          CostSettingsJson.read(root));
    } catch (IllegalArgumentException e) {
      throw root.wrong("The design contradicts itself: " + e.getMessage() + ".");
    }
  }

  /// The lanes; a file of the first program tells only the host's CPUs.
  private static List<Lane> lanes(JsonPart root) throws FormatException {
    if (root.names("lanes")) {
      return RecordReading.list(root, "lanes", Lane.class);
    }
    return Lane.keptForHost(SetText.cpus(root, "reserved"));
  }

  private static List<Guest> guests(JsonPart root) throws FormatException {
    var guests = new ArrayList<Guest>();
    for (var json : root.list("guests")) {
      var stored = DomainJson.read(json.object().needed("stored"));
      var live = json.member("live");
      guests.add(
          new Guest(
              stored,
              DomainJson.read(json.needed("wanted"), stored),
              TextLines.read(json.list("xml")),
              live.isEmpty() ? Optional.empty() : Optional.of(DomainJson.read(live.get(), stored)),
              state(json.needed("state")),
              json.truth("persistent"),
              json.integer("colour", 0, 0),
              json.truth("autostart")));
    }
    return guests;
  }

  private static DomainState state(JsonPart part) throws FormatException {
    String word = part.string();
    for (var state : DomainState.values()) {
      if (word(state).equals(word)) {
        return state;
      }
    }
    throw part.wrong("A guest cannot be \"" + word + "\".");
  }

  private static List<PoolPlan> pools(JsonPart root) throws FormatException {
    var plans = new ArrayList<PoolPlan>();
    for (var plan : root.list("pools")) {
      plans.add(
          new PoolPlan(
              (int) plan.object().needed("node").number(0, SetText.HIGHEST),
              TopologyJson.pageSize(plan.needed("pageKib")),
              plan.amount("pages")));
    }
    return plans;
  }
}
