package org.numascape.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.HostDevice;
import org.numascape.domain.ThreadScheduler;
import org.numascape.domain.Vcpus;
import org.numascape.format.FormatException;

/// A guest in a design file.
///
/// The stored guest is written whole. What is wanted and what runs are written over it: their
/// placement always, so that it can be read (and edited) without looking elsewhere; anything else
/// only where it differs from the stored guest.
interface DomainJson {

  /// A whole guest as JSON.
  static ObjectNode write(Domain domain) {
    var json = facts(domain);
    json.properties().removeIf(member -> isNothing(member.getValue()));
    json.setAll(PlacementJson.write(domain));
    return json;
  }

  /// A guest as JSON over another one.
  static ObjectNode write(Domain domain, Domain base) {
    var json = facts(domain);
    var known = facts(base);
    json.properties().removeIf(member -> member.getValue().equals(known.get(member.getKey())));
    json.setAll(PlacementJson.write(domain));
    return json;
  }

  /// A whole guest.
  static Domain read(JsonPart json) throws FormatException {
    return read(json, Optional.empty());
  }

  /// A guest that was written over another one.
  static Domain read(JsonPart json, Domain base) throws FormatException {
    return read(json, Optional.of(base));
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || (value.isContainerNode() && value.isEmpty());
  }

  private static ObjectNode facts(Domain domain) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("type", domain.type());
    json.put("name", domain.name());
    json.put("uuid", domain.uuid().orElse(null));
    json.put("memoryKib", domain.memoryKib());
    json.set("vcpus", vcpus(domain.vcpus()));
    json.set(
        "topology", domain.topology().<JsonNode>map(DomainJson::topology).orElse(json.nullNode()));
    var cells = json.putArray("cells");
    for (var cell : domain.cells()) {
      cells
          .addObject()
          .put("id", cell.id())
          .put("vcpus", cell.vcpus().toString())
          .put("memoryKib", cell.memoryKib());
    }
    var schedulers = json.putArray("schedulers");
    for (var scheduler : domain.schedulers()) {
      var entry = schedulers.addObject();
      entry.put("vcpus", scheduler.vcpus().toString()).put("scheduler", scheduler.scheduler());
      scheduler.priority().ifPresent(priority -> entry.put("priority", priority));
    }
    var devices = json.putArray("devices");
    domain.devices().forEach(device -> devices.add(device.address()));
    return json;
  }

  private static ObjectNode vcpus(Vcpus vcpus) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("maximum", vcpus.maximum()).put("current", vcpus.current());
    vcpus.cpuset().ifPresent(cpus -> json.put("cpuset", cpus.toString()));
    if (vcpus.automatic()) {
      json.put("automatic", true);
    }
    return json;
  }

  private static ObjectNode topology(CpuTopology topology) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sockets", topology.sockets())
        .put("dies", topology.dies())
        .put("clusters", topology.clusters())
        .put("cores", topology.cores())
        .put("threads", topology.threads());
  }

  private static Domain read(JsonPart json, Optional<Domain> over) throws FormatException {
    json.object();
    var base = over.orElse(NOTHING);
    try {
      return new Domain(
          json.names("type") ? json.text("type") : base.type(),
          over.isEmpty() || json.names("name") ? json.needed("name").string() : base.name(),
          json.names("uuid") ? text(json, "uuid") : base.uuid(),
          json.names("memoryKib") ? json.amount("memoryKib") : base.memoryKib(),
          over.isEmpty() || json.names("vcpus") ? readVcpus(json.needed("vcpus")) : base.vcpus(),
          json.names("topology") ? readTopology(json) : base.topology(),
          json.names("cells") ? cells(json) : base.cells(),
          PlacementJson.vcpuPins(json),
          PlacementJson.emulatorPin(json),
          PlacementJson.ioThreads(json),
          PlacementJson.numaTune(json),
          PlacementJson.backing(json),
          json.names("schedulers") ? schedulers(json) : base.schedulers(),
          json.names("devices") ? devices(json) : base.devices());
    } catch (IllegalArgumentException e) {
      throw json.wrong("This guest cannot be: " + e.getMessage() + ".");
    }
  }

  private static Optional<String> text(JsonPart json, String name) throws FormatException {
    var found = json.member(name);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get().string());
  }

  private static Vcpus readVcpus(JsonPart json) throws FormatException {
    int maximum = json.object().integer("maximum", 0, 1);
    return new Vcpus(
        maximum,
        json.integer("current", 0, maximum),
        SetText.optionalCpus(json, "cpuset"),
        json.truth("automatic"));
  }

  private static Optional<CpuTopology> readTopology(JsonPart json) throws FormatException {
    var found = json.member("topology");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var part = found.get().object();
    return Optional.of(
        new CpuTopology(
            part.integer("sockets", 0, 1),
            part.integer("dies", 0, 1),
            part.integer("clusters", 0, 1),
            part.integer("cores", 0, 1),
            part.integer("threads", 0, 1)));
  }

  private static List<GuestCell> cells(JsonPart json) throws FormatException {
    var cells = new ArrayList<GuestCell>();
    for (var cell : json.list("cells")) {
      cells.add(
          new GuestCell(
              (int) cell.object().needed("id").number(0, Integer.MAX_VALUE),
              SetText.cpus(cell, "vcpus"),
              cell.amount("memoryKib")));
    }
    return cells;
  }

  private static List<ThreadScheduler> schedulers(JsonPart json) throws FormatException {
    var schedulers = new ArrayList<ThreadScheduler>();
    for (var entry : json.list("schedulers")) {
      schedulers.add(
          new ThreadScheduler(
              SetText.cpus(entry.object(), "vcpus"),
              entry.text("scheduler"),
              entry.member("priority").isEmpty()
                  ? OptionalInt.empty()
                  : OptionalInt.of(entry.integer("priority", Integer.MIN_VALUE, 0))));
    }
    return schedulers;
  }

  private static List<HostDevice> devices(JsonPart json) throws FormatException {
    var devices = new ArrayList<HostDevice>();
    for (var device : json.list("devices")) {
      devices.add(new HostDevice(device.string()));
    }
    return devices;
  }

  /// What a whole guest has where its JSON is silent.
  Domain NOTHING =
      new Domain(
          "",
          "-",
          Optional.empty(),
          0,
          new Vcpus(1, 1, Optional.empty(), false),
          Optional.empty(),
          List.of(),
          java.util.Map.of(),
          Optional.empty(),
          List.of(),
          org.numascape.domain.NumaTune.NONE,
          org.numascape.domain.MemoryBacking.NORMAL,
          List.of(),
          List.of());
}
