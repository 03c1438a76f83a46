package org.numascape.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryCache;
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
    memoryCaches(json);
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

  private void memoryCaches(ObjectNode json) {
    var caches = json.putArray("memoryCaches");
    for (var node : host.nodes().values()) {
      for (var around : host.ancestors(node)) {
        if (around instanceof MemoryCache cache) {
          caches.addObject().put("node", node.osIndex()).put("sizeKiB", cache.sizeKib());
        }
      }
    }
  }

  private void attributes(ObjectNode json) {
    var attributes = json.putArray("memoryAttributes");
    for (var attribute : host.facts().attributes()) {
      var entry =
          attributes.addObject().put("name", attribute.name()).put("unit", attribute.unit());
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
          matrices.addObject().put("name", matrix.name()).put("means", matrix.means().name());
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
              .put("sizeKiB", bank.sizeKib())
              .put("cpus", bank.cpus().toString());
      var controls = entry.putArray("controls");
      for (var control : bank.controls()) {
        controls
            .addObject()
            .put("holds", control.holds().name())
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
              .put("address", device.address())
              .put("name", device.name())
              .put("node", device.node())
              .put("linkGBs", device.linkGbs());
      var names = entry.putArray("osDevices");
      device.contents().devices().stream()
          .filter(OsDevice.class::isInstance)
          .map(OsDevice.class::cast)
          .forEach(inside -> names.add(inside.name()));
    }
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
