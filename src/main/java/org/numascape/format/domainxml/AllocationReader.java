package org.numascape.format.domainxml;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.Allocations;
import org.numascape.domain.Allocations.BandwidthGroup;
import org.numascape.domain.Allocations.CacheGroup;
import org.numascape.domain.Allocations.CacheShare;
import org.numascape.topology.CpuSet;

/// Reads `cachetune` and `memorytune`. What cannot be read is left out; the text keeps it.
record AllocationReader(Fields fields, XmlElement root) {

  /// A group's element, and what it is read as.
  record Read<G>(XmlElement element, G group) {}

  Allocations read() {
    return new Allocations(
        caches().stream().map(Read::group).toList(),
        bandwidths().stream().map(Read::group).toList());
  }

  List<Read<CacheGroup>> caches() {
    var found = new ArrayList<Read<CacheGroup>>();
    for (var element : root.at("cputune", "cachetune").toList()) {
      var vcpus = vcpus(element);
      var shares = element.all("cache").map(this::share).toList();
      if (vcpus.isPresent() && shares.stream().allMatch(Optional::isPresent)) {
        found.add(
            new Read<>(
                element,
                new CacheGroup(vcpus.get(), shares.stream().flatMap(Optional::stream).toList())));
      }
    }
    return found;
  }

  /// One share; empty where it tells no cache or size.
  Optional<CacheShare> share(XmlElement cache) {
    var id = fields.count(cache, "id");
    var level = fields.count(cache, "level");
    var type =
        java.util.Arrays.stream(CacheShare.Type.values())
            .filter(one -> fields.says(cache, "type", one.word()))
            .findFirst();
    var bytes = bytes(cache);
    return id.isEmpty() || level.isEmpty() || type.isEmpty() || bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(new CacheShare(level.getAsInt(), id.getAsInt(), type.get(), bytes.get()));
  }

  private static Optional<Long> bytes(XmlElement cache) {
    try {
      var size = new BigInteger(cache.value("size").orElse("").strip());
      var unit = cache.value("unit").orElse("bytes");
      var bytes = size.multiply(MemoryUnit.bytes(unit));
      return bytes.signum() < 0 || bytes.bitLength() > 53
          ? Optional.empty()
          : Optional.of(bytes.longValueExact());
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  List<Read<BandwidthGroup>> bandwidths() {
    var found = new ArrayList<Read<BandwidthGroup>>();
    for (var element : root.at("cputune", "memorytune").toList()) {
      var vcpus = vcpus(element);
      var shares = new TreeMap<Integer, Integer>();
      var nodes = element.all("node").toList();
      for (var node : nodes) {
        var id = fields.count(node, "id");
        var bandwidth = fields.count(node, "bandwidth");
        if (id.isPresent() && bandwidth.isPresent()) {
          shares.put(id.getAsInt(), bandwidth.getAsInt());
        }
      }
      if (vcpus.isPresent() && shares.size() == nodes.size()) {
        found.add(new Read<>(element, new BandwidthGroup(vcpus.get(), shares)));
      }
    }
    return found;
  }

  private static Optional<CpuSet> vcpus(XmlElement element) {
    try {
      return element.value("vcpus").map(CpuSet::parse).filter(set -> !set.isEmpty());
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
