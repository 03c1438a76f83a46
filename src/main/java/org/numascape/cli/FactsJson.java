package org.numascape.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.topology.Cache;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Misc;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.PuState;

/// What a host tells beside its counts and nodes, as further members of its JSON object. CPUs and
/// nodes are OS indexes; objects are named as `NUMANode:0` (kind and logical index).
record FactsJson(HostTopology host) {

  /// Adds the members; a list that is empty says that the source tells none.
  void addTo(ObjectNode json) {
    json.put("offlineCpus", cpus(PuState.OFFLINE))
        .put("isolatedCpus", cpus(PuState.ISOLATED))
        .put("disallowedCpus", cpus(PuState.DISALLOWED));
    kinds(json);
    parts(json);
    caches(json);
    attributes(json);
    matrices(json);
    banks(json);
    devices(json);
    var groups = json.putObject("iommuGroups");
    new TreeMap<>(host.facts().iommuGroups()).forEach(groups::put);
    var infos = json.putObject("infos");
    host.facts().infos().forEach((id, words) -> words(infos.putObject(id.toString()), words));
    conclusions(json);
  }

  private String cpus(PuState state) {
    return CpuSet.of(
            host.pus().values().stream()
                .filter(pu -> pu.state() == state)
                .map(pu -> pu.osIndex())
                .toList())
        .toString();
  }

  private void kinds(ObjectNode json) {
    var kinds = json.putArray("cpuKinds");
    for (var kind : host.facts().cpuKinds()) {
      var entry = kinds.addObject().put("cpus", kind.cpus().toString());
      words(entry.putObject("infos"), new TreeMap<>(kind.infos()));
    }
  }

  private static void words(ObjectNode json, Map<String, String> words) {
    words.forEach(json::put);
  }

  /// What cores and caches are in, for the words on them.
  private void parts(ObjectNode json) {
    var parts = json.putArray("parts");
    host.objects()
        .filter(part -> part instanceof CpuPackage || part instanceof Die || part instanceof Group)
        .forEach(part ->
            parts
                .addObject()
                .put("object", part.id().toString())
                .put("cpus", part.cpus().toString()));
  }

  /// CPU caches that are alike, with the CPUs of each: one list for the many.
  private void caches(ObjectNode json) {
    var caches = json.putArray("caches");
    for (var kind : ObjectKind.values()) {
      var alike = new TreeMap<Long, List<Cache>>();
      host.all(Cache.class).stream()
          .filter(cache -> cache.id().kind() == kind)
          .forEach(
              cache -> alike.computeIfAbsent(cache.sizeKib(), _ -> new ArrayList<>()).add(cache));
      alike.forEach((kib, found) -> {
        var entry = caches.addObject().put("kind", kind.hwlocName()).put("sizeKiB", kib);
        var cpus = entry.putArray("cpus");
        found.forEach(cache -> cpus.add(cache.cpus().toString()));
      });
    }
  }

  private void attributes(ObjectNode json) {
    var attributes = json.putArray("memoryAttributes");
    for (var attribute : host.facts().attributes()) {
      var entry =
          attributes
              .addObject()
              .put("name", attribute.name())
              .put("unit", attribute.unit())
              .put("order", word(attribute.order()));
      var values = entry.putArray("values");
      for (var value : attribute.values()) {
        values
            .addObject()
            .put("node", value.node())
            .put("initiatorCpus", value.initiator().toString())
            .put("cacheLevel", value.cacheLevel())
            .put("value", value.value());
      }
    }
  }

  private void matrices(ObjectNode json) {
    var matrices = json.putArray("matrices");
    for (var matrix : host.facts().matrices()) {
      var entry =
          matrices.addObject().put("name", matrix.name()).put("means", word(matrix.means()));
      var objects = entry.putArray("objects");
      matrix.objects().forEach(object -> objects.add(object.toString()));
      var values = entry.putArray("values");
      matrix.values().forEach(values::add);
    }
  }

  private void banks(ObjectNode json) {
    var banks = json.putArray("cacheBanks");
    for (var bank : host.facts().cacheBanks()) {
      var entry =
          banks
              .addObject()
              .put("id", bank.id())
              .put("level", bank.level())
              .put("holds", word(bank.type()))
              .put("sizeKiB", bank.sizeKib())
              .put("cpus", bank.cpus().toString());
      var controls = entry.putArray("controls");
      for (var control : bank.controls()) {
        controls
            .addObject()
            .put("holds", word(control.holds()))
            .put("granularityKiB", control.granularityKib())
            .put("minKiB", control.minKib())
            .put("allocations", control.allocations());
      }
    }
  }

  private void devices(ObjectNode json) {
    var devices = json.putArray("devices");
    for (var device : host.all(PciDevice.class)) {
      var entry =
          devices
              .addObject()
              .put("object", device.id().toString())
              .put("address", device.address())
              .put("classId", device.classId() < 0 ? "" : "%04x".formatted(device.classId()))
              .put("name", device.name())
              .put("node", device.node())
              .put("cpus", device.cpus().toString())
              .put("linkGBs", device.linkGbs());
      var names = entry.putArray("osDevices");
      device
          .walk()
          .filter(OsDevice.class::isInstance)
          .map(OsDevice.class::cast)
          .forEach(inside -> os(names.addObject(), inside));
    }
    var others = json.putArray("otherOsDevices");
    host.all(OsDevice.class).stream()
        .filter(device -> host.ancestors(device).stream().noneMatch(PciDevice.class::isInstance))
        .forEach(device -> os(others.addObject(), device).put("cpus", device.cpus().toString()));
    var misc = json.putArray("misc");
    host.all(Misc.class)
        .forEach(other ->
            misc.addObject().put("object", other.id().toString()).put("name", other.name()));
  }

  private static ObjectNode os(ObjectNode json, OsDevice device) {
    return json.put("object", device.id().toString())
        .put("name", device.name())
        .put("type", device.type());
  }

  /// `higher-is-better`, `unified`
  static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void conclusions(ObjectNode json) {
    var guesses = json.putArray("guesses");
    host.facts()
        .guesses()
        .forEach(guess ->
            guesses.addObject().put("object", guess.object().toString()).put("why", guess.why()));
    var contradictions = json.putArray("contradictions");
    for (var contradiction : host.facts().contradictions()) {
      var claims =
          contradictions.addObject().put("about", contradiction.about()).putArray("claims");
      contradiction
          .claims()
          .forEach(
              claim -> claims.addObject().put("source", claim.source()).put("says", claim.says()));
    }
  }
}
