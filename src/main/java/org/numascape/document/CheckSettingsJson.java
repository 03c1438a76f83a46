package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.numascape.design.CheckSettings;
import org.numascape.design.DomainId;
import org.numascape.design.ExclusiveGroup;
import org.numascape.design.Mute;
import org.numascape.design.Thresholds;
import org.numascape.format.FormatException;

/// What people told the rules, in a design file. Only what differs from the standard is written.
interface CheckSettingsJson {

  /// As JSON; empty for the standard.
  static ObjectNode write(CheckSettings settings) {
    var json = JsonNodeFactory.instance.objectNode();
    var thresholds = thresholds(settings.thresholds());
    var standard = thresholds(Thresholds.STANDARD);
    thresholds.properties().removeIf(one -> one.getValue().equals(standard.get(one.getKey())));
    if (!thresholds.isEmpty()) {
      json.set("thresholds", thresholds);
    }
    if (!settings.mutes().isEmpty()) {
      var mutes = json.putArray("mutes");
      for (var mute : settings.mutes()) {
        var entry = mutes.addObject().put("rule", mute.code());
        mute.domain().ifPresent(id -> entry.put("guest", id.value()));
        entry.put("reason", mute.reason());
      }
    }
    if (!settings.neverTogether().isEmpty()) {
      var groups = json.putArray("neverTogether");
      for (var group : settings.neverTogether()) {
        var names = groups.addArray();
        group.guests().forEach(id -> names.add(id.value()));
      }
    }
    return json;
  }

  private static ObjectNode thresholds(Thresholds thresholds) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("hugePagesKib", thresholds.hugePagesKib())
        .put("gigantPagesKib", thresholds.gigantPagesKib())
        .put("hostReserveKib", thresholds.hostReserveKib())
        .put("hostReservePercent", thresholds.hostReservePercent())
        .put("poolPercent", thresholds.poolPercent())
        .put("sparePoolPercent", thresholds.sparePoolPercent())
        .put("vcpusPerCpu", thresholds.vcpusPerCpu());
  }

  /// From the root of a design file; the standard where nothing is told.
  static CheckSettings read(JsonPart root) throws FormatException {
    var found = root.member("checking");
    if (found.isEmpty()) {
      return CheckSettings.STANDARD;
    }
    var json = found.get().object();
    try {
      return new CheckSettings(readThresholds(json), mutes(json), groups(json));
    } catch (IllegalArgumentException e) {
      throw json.wrong("The rules cannot be told this: " + e.getMessage() + ".");
    }
  }

  private static Thresholds readThresholds(JsonPart json) throws FormatException {
    var found = json.member("thresholds");
    if (found.isEmpty()) {
      return Thresholds.STANDARD;
    }
    var part = found.get().object();
    var standard = Thresholds.STANDARD;
    return new Thresholds(
        amount(part, "hugePagesKib", standard.hugePagesKib()),
        amount(part, "gigantPagesKib", standard.gigantPagesKib()),
        amount(part, "hostReserveKib", standard.hostReserveKib()),
        part.integer("hostReservePercent", 0, standard.hostReservePercent()),
        part.integer("poolPercent", 0, standard.poolPercent()),
        part.integer("sparePoolPercent", 0, standard.sparePoolPercent()),
        part.integer("vcpusPerCpu", 1, standard.vcpusPerCpu()));
  }

  private static long amount(JsonPart part, String name, long absent) throws FormatException {
    return part.member(name).isEmpty() ? absent : part.amount(name);
  }

  private static List<Mute> mutes(JsonPart json) throws FormatException {
    var mutes = new ArrayList<Mute>();
    for (var entry : json.list("mutes")) {
      String guest = entry.object().text("guest");
      mutes.add(
          new Mute(
              entry.text("rule"),
              guest.isEmpty() ? Optional.empty() : Optional.of(new DomainId(guest)),
              entry.text("reason")));
    }
    return mutes;
  }

  private static List<ExclusiveGroup> groups(JsonPart json) throws FormatException {
    var groups = new ArrayList<ExclusiveGroup>();
    for (var entry : json.list("neverTogether")) {
      var guests = new TreeSet<DomainId>();
      for (var name : entry.items()) {
        guests.add(new DomainId(name.string()));
      }
      groups.add(new ExclusiveGroup(guests));
    }
    return groups;
  }
}
