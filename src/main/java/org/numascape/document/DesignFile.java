package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.numascape.design.Design;
import org.numascape.format.FormatException;

/// The text of a `.numascape.json` file: a whole design, its host and its guests' XML included,
/// laid out for line-by-line comparison.
///
/// Passwords never enter a file: see [org.numascape.format.Secrets]. So a design read back equals
/// the one written but for the passwords in its guests' XML.
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
    new HostPlanJson(design.lanes(), design.pools(), design.isolated(), design.checking())
        .writeTo(json);
    var costs = CostSettingsJson.write(design.costs());
    if (!costs.isEmpty()) {
      json.set("costs", costs);
    }
    var guests = json.putArray("guests");
    design.guests().forEach(guest -> guests.add(GuestJson.write(guest)));
    if (!design.snapshots().isEmpty()) {
      var snapshots = json.putArray("snapshots");
      design.snapshots().forEach(one -> snapshots.add(SnapshotJson.write(one, design.guests())));
    }
    json.set("host", TopologyJson.write(design.host()));
    return JsonLines.of(json);
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
      var plan = HostPlanJson.read(root);
      var guests = GuestJson.list(root, List.of());
      return new Design(
          root.text("name"),
          TopologyJson.read(root.needed("host").object()),
          HostSourceJson.read(root.needed("source").object()),
          guests,
          plan.lanes(),
          plan.pools(),
          plan.isolated(),
          plan.checking(),
          CostSettingsJson.read(root),
          SnapshotJson.list(root, guests));
    } catch (IllegalArgumentException e) {
      throw root.wrong("The design contradicts itself: " + e.getMessage() + ".");
    }
  }
}
