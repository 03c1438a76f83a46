package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.Domain;
import org.numascape.domain.IoThread;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.MemorySource;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.ThreadPool;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// Where a guest's threads and memory go, as a design file says it: `"vcpuPins": {"0": "2,34"}`. A
/// member that is absent means that nothing is said: no pin, no rule, normal pages.
interface PlacementJson {

  /// The placement of a guest.
  static ObjectNode write(Domain domain) {
    var json = JsonNodeFactory.instance.objectNode();
    if (!domain.vcpuPins().isEmpty()) {
      var pins = json.putObject("vcpuPins");
      domain.vcpuPins().forEach((vcpu, cpus) -> pins.put(vcpu.toString(), cpus.toString()));
    }
    domain.emulatorPin().ifPresent(cpus -> json.put("emulatorPin", cpus.toString()));
    if (!domain.ioThreads().isEmpty()) {
      var threads = json.putArray("ioThreads");
      for (var thread : domain.ioThreads()) {
        var entry = threads.addObject().put("id", thread.id());
        thread.pin().ifPresent(cpus -> entry.put("pin", cpus.toString()));
        if (!thread.pool().equals(ThreadPool.DEFAULT)) {
          entry.set("pool", RecordJson.write(thread.pool()));
        }
      }
    }
    if (!domain.numaTune().equals(NumaTune.NONE)) {
      json.set("numaTune", numaTune(domain.numaTune()));
    }
    if (!domain.backing().equals(MemoryBacking.NORMAL)) {
      json.set("backing", backing(domain.backing()));
    }
    return json;
  }

  private static ObjectNode numaTune(NumaTune tune) {
    var json = JsonNodeFactory.instance.objectNode();
    tune.memory().ifPresent(rule -> json.set("memory", binding(rule)));
    if (tune.automatic()) {
      json.put("automatic", true).put("automaticMode", tune.automaticMode().word());
    }
    if (!tune.cells().isEmpty()) {
      var cells = json.putObject("cells");
      tune.cells().forEach((cell, rule) -> cells.set(cell.toString(), binding(rule)));
    }
    return json;
  }

  private static ObjectNode binding(MemoryBinding rule) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("mode", rule.mode().word())
        .put("nodes", rule.nodes().toString());
  }

  private static ObjectNode backing(MemoryBacking backing) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("hugePages", backing.hugePages());
    if (!backing.pages().isEmpty()) {
      var pages = json.putArray("pages");
      for (var page : backing.pages()) {
        var entry = pages.addObject().put("pageKib", page.size().kib());
        page.cells().ifPresent(cells -> entry.put("cells", cells.toString()));
      }
    }
    if (backing.locked()) {
      json.put("locked", true);
    }
    if (backing.noSharePages()) {
      json.put("noSharePages", true);
    }
    backing.source().ifPresent(source -> json.put("source", source.word()));
    backing.access().ifPresent(access -> json.put("access", access.word()));
    backing.allocation().ifPresent(when -> json.set("allocation", RecordJson.write(when)));
    if (backing.discard()) {
      json.put("discard", true);
    }
    return json;
  }

  /// The pins of vCPUs (guest ids).
  static Map<Integer, CpuSet> vcpuPins(JsonPart json) throws FormatException {
    var pins = new TreeMap<Integer, CpuSet>();
    for (var pin : json.map("vcpuPins").entrySet()) {
      pins.put(guestId(pin), SetText.cpus(pin.getValue()));
    }
    return pins;
  }

  /// The pin of the emulator threads.
  static Optional<CpuSet> emulatorPin(JsonPart json) throws FormatException {
    return SetText.optionalCpus(json, "emulatorPin");
  }

  /// The I/O threads with their pins.
  static List<IoThread> ioThreads(JsonPart json) throws FormatException {
    var threads = new ArrayList<IoThread>();
    for (var entry : json.list("ioThreads")) {
      int id = (int) entry.object().needed("id").number(1, Integer.MAX_VALUE);
      threads.add(
          new IoThread(
              id,
              SetText.optionalCpus(entry, "pin"),
              RecordReading.member(entry, "pool", ThreadPool.class)));
    }
    return threads;
  }

  /// Where memory comes from.
  static NumaTune numaTune(JsonPart json) throws FormatException {
    var found = json.member("numaTune");
    if (found.isEmpty()) {
      return NumaTune.NONE;
    }
    var part = found.get().object();
    var memory = part.member("memory");
    var cells = new TreeMap<Integer, MemoryBinding>();
    for (var cell : part.map("cells").entrySet()) {
      cells.put(guestId(cell), binding(cell.getValue()));
    }
    return new NumaTune(
        memory.isEmpty() ? Optional.empty() : Optional.of(binding(memory.get())),
        part.truth("automatic"),
        cells,
        part.member("automaticMode").isEmpty()
            ? MemoryMode.STRICT
            : mode(part.needed("automaticMode")));
  }

  private static MemoryBinding binding(JsonPart json) throws FormatException {
    return new MemoryBinding(
        mode(json.object().needed("mode")), SetText.nodes(json.needed("nodes")));
  }

  private static MemoryMode mode(JsonPart mode) throws FormatException {
    try {
      return MemoryMode.of(mode.string());
    } catch (IllegalArgumentException e) {
      throw mode.wrong(e.getMessage() + ".");
    }
  }

  /// What pages hold it.
  static MemoryBacking backing(JsonPart json) throws FormatException {
    var found = json.member("backing");
    if (found.isEmpty()) {
      return MemoryBacking.NORMAL;
    }
    var part = found.get().object();
    var pages = new ArrayList<MemoryBacking.Page>();
    for (var page : part.list("pages")) {
      pages.add(
          new MemoryBacking.Page(
              TopologyJson.pageSize(page.object().needed("pageKib")),
              SetText.optionalCpus(page, "cells")));
    }
    var rest = RecordReading.read(part, Held.class);
    return new MemoryBacking(
        part.truth("hugePages"),
        pages,
        part.truth("locked"),
        part.truth("noSharePages"),
        rest.source(),
        rest.access(),
        rest.allocation(),
        rest.discard());
  }

  /// How memory is held but for its pages.
  record Held(
      Optional<MemorySource> source,
      Optional<MemoryAccess> access,
      Optional<MemoryAllocation> allocation,
      boolean discard) {}

  private static int guestId(Map.Entry<String, JsonPart> entry) throws FormatException {
    if (!entry.getKey().matches("\\d{1,7}")) {
      throw entry.getValue().wrong("\"" + entry.getKey() + "\" is no id of a vCPU or cell.");
    }
    return Integer.parseInt(entry.getKey());
  }
}
