package org.numascape.document;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.numascape.domain.Cpu;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.CpuTune;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.Hardware;
import org.numascape.domain.HostDevice;
import org.numascape.domain.Memory;
import org.numascape.domain.ThreadPool;
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
    json.set("vcpus", RecordJson.write(domain.vcpus()));
    json.set(
        "topology", domain.topology().<JsonNode>map(RecordJson::write).orElse(json.nullNode()));
    var cells = json.putArray("cells");
    domain.cells().forEach(cell -> cells.add(RecordJson.write(cell)));
    var schedulers = json.putArray("schedulers");
    for (var scheduler : domain.schedulers()) {
      var entry = schedulers.addObject();
      entry.put("vcpus", scheduler.threads().toString()).put("scheduler", scheduler.scheduler());
      scheduler.priority().ifPresent(priority -> entry.put("priority", priority));
    }
    json.set("mainLoop", RecordJson.write(domain.mainLoop()));
    json.set("cpu", RecordJson.write(domain.cpu()).without(List.of("topology", "cells")));
    json.set("memory", RecordJson.write(domain.memory()).without(List.of("kib", "backing")));
    json.set(
        "cpuTune",
        RecordJson.write(domain.cpuTune())
            .without(List.of("vcpuPins", "emulatorPin", "vcpuSchedulers")));
    var devices = json.putArray("devices");
    domain.devices().forEach(device -> devices.add(device(device)));
    json.set("hardware", RecordJson.write(domain.hardware()).without(List.of("hostDevices")));
    return json;
  }

  /// A device of which only its address is told is its address.
  private static JsonNode device(HostDevice device) {
    return device.equals(new HostDevice(device.address()))
        ? new TextNode(device.address())
        : RecordJson.write(device);
  }

  private static Domain read(JsonPart json, Optional<Domain> over) throws FormatException {
    json.object();
    var base = over.orElse(NOTHING);
    try {
      return new Domain(
          json.names("type") ? json.text("type") : base.type(),
          over.isEmpty() || json.names("name") ? json.needed("name").string() : base.name(),
          json.names("uuid") ? text(json, "uuid") : base.uuid(),
          over.isEmpty() || json.names("vcpus")
              ? RecordReading.read(json.needed("vcpus"), Vcpus.class)
              : base.vcpus(),
          PlacementJson.ioThreads(json),
          part(json, "mainLoop", ThreadPool.class, base.mainLoop()),
          tune(json, base),
          PlacementJson.numaTune(json),
          memory(json, base),
          cpu(json, base),
          hardware(json, base));
    } catch (IllegalArgumentException e) {
      throw json.wrong("This guest cannot be: " + e.getMessage() + ".");
    }
  }

  private static Optional<String> text(JsonPart json, String name) throws FormatException {
    var found = json.member(name);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get().string());
  }

  private static <R extends Record> R part(JsonPart json, String name, Class<R> type, R base)
      throws FormatException {
    return json.names(name) ? RecordReading.member(json, name, type) : base;
  }

  private static CpuTune tune(JsonPart json, Domain base) throws FormatException {
    var tune = part(json, "cpuTune", CpuTune.class, base.cpuTune());
    var vcpus = json.names("schedulers") ? schedulers(json) : base.schedulers();
    return tune.withVcpuPins(PlacementJson.vcpuPins(json))
        .withEmulatorPin(PlacementJson.emulatorPin(json))
        .withSchedulers(vcpus, tune.ioThreadSchedulers(), tune.emulatorScheduler());
  }

  private static Memory memory(JsonPart json, Domain base) throws FormatException {
    long kib = json.names("memoryKib") ? json.amount("memoryKib") : base.memoryKib();
    var memory = part(json, "memory", Memory.class, base.memory());
    return new Memory(
        kib, memory.currentKib(), memory.maximum(), memory.tune(), PlacementJson.backing(json));
  }

  private static Cpu cpu(JsonPart json, Domain base) throws FormatException {
    var cpu = part(json, "cpu", Cpu.class, base.cpu());
    var topology =
        !json.names("topology")
            ? base.topology()
            : json.member("topology").isEmpty()
                ? Optional.<CpuTopology>empty()
                : Optional.of(RecordReading.read(json.needed("topology"), CpuTopology.class));
    var cells =
        json.names("cells") ? RecordReading.list(json, "cells", GuestCell.class) : base.cells();
    return new Cpu(
        cpu.mode(), cpu.model(), cpu.features(), cpu.cache(), topology, cells, cpu.interconnects());
  }

  private static Hardware hardware(JsonPart json, Domain base) throws FormatException {
    return part(json, "hardware", Hardware.class, base.hardware())
        .withHostDevices(json.names("devices") ? devices(json) : base.devices());
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
      devices.add(
          device.token() == JsonToken.START_OBJECT
              ? RecordReading.read(device, HostDevice.class)
              : new HostDevice(device.string()));
    }
    return devices;
  }

  /// What a whole guest has where its JSON is silent.
  Domain NOTHING = Domain.plain("", "-", new Vcpus(1, 1, Optional.empty(), false), Memory.of(0));
}
