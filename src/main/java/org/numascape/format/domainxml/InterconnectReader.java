package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.domain.CellCache;
import org.numascape.domain.Interconnect;

/// Reads what a guest is told of the speed of its memory (HMAT): `interconnects` and a cell's
/// `cache`.
///
/// Source: libvirt `virDomainNumaDefParseXML`, `virDomainNumaDefNodeCacheParseXML`.
record InterconnectReader(Fields fields, XmlElement root) {

  List<Interconnect> read() {
    var found = new ArrayList<Interconnect>();
    for (var links : root.at("cpu", "numa", "interconnects").toList()) {
      for (var kind : Interconnect.Kind.values()) {
        links.all(kind.word()).forEach(link -> link(kind, link).ifPresent(found::add));
      }
    }
    return found;
  }

  /// One link; empty where a number of it cannot be read.
  Optional<Interconnect> link(Interconnect.Kind kind, XmlElement link) {
    var from = fields.count(link, "initiator");
    var to = fields.count(link, "target");
    var value = fields.amount(link, kind);
    if (from.isEmpty() || to.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    String type = link.value("type").orElse("access");
    for (var access : Interconnect.Access.values()) {
      if (access.word().equals(type)) {
        return Optional.of(
            new Interconnect(
                kind,
                from.getAsInt(),
                to.getAsInt(),
                fields.count(link, "cache"),
                access,
                value.getAsLong()));
      }
    }
    return Optional.empty();
  }

  /// A memory-side cache; empty where a number of it cannot be read.
  static Optional<CellCache> cache(Fields fields, XmlElement cache) {
    var level = fields.count(cache, "level");
    var size = cache.child("size");
    var line = cache.child("line");
    if (level.isEmpty() || size.isEmpty() || line.isEmpty()) {
      return Optional.empty();
    }
    var kib = fields.count(size.get(), "value");
    var bytes = fields.count(line.get(), "value");
    if (kib.isEmpty() || bytes.isEmpty()) {
      return Optional.empty();
    }
    boolean ignored =
        size.get().value("unit").filter(unit -> !unit.equalsIgnoreCase("KiB")).isPresent()
            || line.get()
                .value("unit")
                .filter(unit -> !unit.toUpperCase(java.util.Locale.ROOT).startsWith("B"))
                .isPresent();
    return Optional.of(
        new CellCache(
            level.getAsInt(),
            cache.value("associativity").orElse("none"),
            cache.value("policy").orElse("none"),
            kib.getAsInt(),
            bytes.getAsInt(),
            ignored));
  }
}
