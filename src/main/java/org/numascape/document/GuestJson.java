package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.numascape.design.Guest;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.format.Secrets;

/// A guest in a design file: what it was when it was read, with its XML, and what is wanted of it.
///
/// In a snapshot, a guest that the design itself has just as it was read then is written as what
/// was wanted of it alone.
interface GuestJson {

  /// A whole guest.
  static ObjectNode write(Guest guest) {
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

  /// A guest of a snapshot, beside the guests of the design itself.
  static ObjectNode write(Guest guest, List<Guest> present) {
    for (int at = 0; at < present.size(); at++) {
      if (then(present.get(at), guest).equals(guest)) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", guest.name()).put("asGuest", at).put("colour", guest.colour());
        json.set("wanted", DomainJson.write(guest.wanted(), guest.stored()));
        return json;
      }
    }
    return write(guest);
  }

  private static Guest then(Guest present, Guest guest) {
    return present.wanting(guest.wanted()).coloured(guest.colour());
  }

  private static String word(DomainState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Guests from a member that is a list.
  ///
  /// @param present the guests of the design itself, for a snapshot; none for the design
  static List<Guest> list(JsonPart json, List<Guest> present) throws FormatException {
    var guests = new ArrayList<Guest>();
    for (var guest : json.list("guests")) {
      guests.add(guest.object().names("asGuest") ? wanted(guest, present) : whole(guest));
    }
    return guests;
  }

  private static Guest wanted(JsonPart json, List<Guest> present) throws FormatException {
    var at = json.needed("asGuest");
    if (present.isEmpty()) {
      throw at.wrong("The design has no such guest.");
    }
    var guest = present.get((int) at.number(0, present.size() - 1L));
    return guest
        .wanting(DomainJson.read(json.needed("wanted"), guest.stored()))
        .coloured(json.integer("colour", 0, 0));
  }

  private static Guest whole(JsonPart json) throws FormatException {
    var stored = DomainJson.read(json.needed("stored"));
    var live = json.member("live");
    return new Guest(
        stored,
        DomainJson.read(json.needed("wanted"), stored),
        TextLines.read(json.list("xml")),
        live.isEmpty() ? Optional.empty() : Optional.of(DomainJson.read(live.get(), stored)),
        state(json.needed("state")),
        json.truth("persistent"),
        json.integer("colour", 0, 0),
        json.truth("autostart"));
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
}
