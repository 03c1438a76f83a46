package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.numascape.design.Guest;
import org.numascape.design.Snapshot;
import org.numascape.format.FormatException;

/// The snapshots in a design file.
interface SnapshotJson {

  /// A snapshot, beside the guests of the design itself.
  static ObjectNode write(Snapshot snapshot, List<Guest> present) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", snapshot.name()).put("taken", snapshot.taken().toString());
    new HostPlanJson(snapshot.lanes(), snapshot.pools(), snapshot.isolated(), snapshot.checking())
        .writeTo(json);
    var guests = json.putArray("guests");
    snapshot.guests().forEach(guest -> guests.add(GuestJson.write(guest, present)));
    return json;
  }

  /// The snapshots of a design; none in a file of a program that knew none.
  static List<Snapshot> list(JsonPart root, List<Guest> present) throws FormatException {
    var snapshots = new ArrayList<Snapshot>();
    for (var json : root.list("snapshots")) {
      var taken = taken(json.object().needed("taken"));
      var plan = HostPlanJson.read(json);
      var guests = GuestJson.list(json, present);
      try {
        snapshots.add(
            new Snapshot(
                json.text("name"),
                taken,
                guests,
                plan.lanes(),
                plan.pools(),
                plan.isolated(),
                plan.checking()));
      } catch (IllegalArgumentException e) {
        throw json.wrong("This snapshot cannot be: " + e.getMessage() + ".");
      }
    }
    return snapshots;
  }

  private static Instant taken(JsonPart json) throws FormatException {
    try {
      return Instant.parse(json.string());
    } catch (DateTimeParseException e) {
      throw json.wrong("\"" + json.text() + "\" is no time such as 2026-11-21T19:30:00Z.");
    }
  }
}
