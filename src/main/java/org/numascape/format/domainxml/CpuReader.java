package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.Cpu;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.GuestCell;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// Reads `cpu`: which CPU the guest sees, its topology and its cells.
///
/// Source: libvirt `virCPUDefParseXML`, `virDomainNumaDefParseXML`.
record CpuReader(Fields fields, XmlElement root) {

  Cpu read() throws FormatException {
    var cpu = root.child("cpu");
    return new Cpu(
        cpu.flatMap(found -> found.value("mode")).flatMap(CpuMode::of),
        cpu.flatMap(found -> found.child("model")).map(XmlElement::text).filter(t -> !t.isEmpty()),
        features(),
        cache(),
        topology(),
        cells(),
        new InterconnectReader(fields, root).read());
  }

  /// Policies by the names of features.
  Map<String, String> features() {
    var features = new TreeMap<String, String>();
    root.at("cpu", "feature")
        .forEach(feature ->
            feature
                .value("name")
                .ifPresent(name -> features.put(name, feature.value("policy").orElse("require"))));
    return features;
  }

  /// What is said of caches.
  Optional<CpuCache> cache() {
    return root.at("cpu", "cache")
        .findFirst()
        .map(cache -> new CpuCache(fields.count(cache, "level"), cache.value("mode").orElse("")));
  }

  /// How vCPUs are grouped.
  Optional<CpuTopology> topology() throws FormatException {
    var element = root.at("cpu", "topology").findFirst();
    if (element.isEmpty()) {
      return Optional.empty();
    }
    var found = element.get();
    int dies = fields.optionalNumber(found, "dies").orElse(1);
    int clusters = fields.optionalNumber(found, "clusters").orElse(1);
    int sockets = fields.number(found, "sockets");
    int cores = fields.number(found, "cores");
    int threads = fields.number(found, "threads");
    if (sockets < 1 || dies < 1 || clusters < 1 || cores < 1 || threads < 1) {
      throw fields.xml().wrong(found, "a guest topology has no zero in it.");
    }
    return Optional.of(new CpuTopology(sockets, dies, clusters, cores, threads));
  }

  /// Cells in the order of their ids; one without an id has its position's.
  List<GuestCell> cells() throws FormatException {
    var cells = new TreeMap<Integer, GuestCell>();
    var elements = root.at("cpu", "numa", "cell").toList();
    for (int position = 0; position < elements.size(); position++) {
      var element = elements.get(position);
      int id = fields.optionalNumber(element, "id").orElse(position);
      if (id >= elements.size()) {
        throw fields
            .xml()
            .wrong(
                element,
                "guest cell "
                    + id
                    + " leaves a gap: ids run from 0 to "
                    + (elements.size() - 1)
                    + ".");
      }
      if (cells.put(id, cell(id, element, elements.size())) != null) {
        throw fields.xml().wrong(element, "two guest cells have the id " + id + ".");
      }
    }
    return List.copyOf(cells.values());
  }

  private GuestCell cell(int id, XmlElement element, int cells) throws FormatException {
    var vcpus =
        element.value("cpus").isPresent() ? fields.requiredCpus(element, "cpus") : CpuSet.EMPTY;
    long kib = fields.kib(element, fields.required(element, "memory"));
    var caches = new ArrayList<org.numascape.domain.CellCache>();
    for (var cache : element.all("cache").toList()) {
      InterconnectReader.cache(fields, cache).ifPresent(caches::add);
    }
    return new GuestCell(
        id,
        vcpus,
        kib,
        fields.access(element, "memAccess"),
        fields.yesNo(element, "discard"),
        new CellDistances(fields.xml()).of(element, id, cells),
        caches);
  }
}
