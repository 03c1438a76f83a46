package org.numascape.format.domainxml;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.domain.Interconnect;
import org.numascape.format.FormatException;
import org.numascape.topology.NodeSet;

/// Elements that libvirt refuses for what they say together, or lack, and that no
/// [org.numascape.domain.Domain] can hold.
record Contradictions(Fields fields, XmlElement root) {

  /// Refuses the first one.
  void check() throws FormatException {
    vcpus();
    pools();
    features();
    numa();
    emulator();
    nodemasks();
  }

  private FormatException wrong(XmlElement where, String what) {
    return fields.xml().wrong(where, what);
  }

  /// `virDomainVcpuDefPostParse`
  private void vcpus() throws FormatException {
    for (var vcpu : root.at("vcpus", "vcpu").toList()) {
      if (fields.says(vcpu, "enabled", "no") && fields.says(vcpu, "hotpluggable", "no")) {
        throw wrong(
            vcpu,
            "vCPU "
                + vcpu.value("id").orElse("")
                + " is not there at start and cannot be plugged in later; make it hotpluggable.");
      }
    }
  }

  /// `virDomainIOThreadIDDefParseXML`
  private void pools() throws FormatException {
    var loops = Stream.concat(root.at("iothreadids", "iothread"), root.all("defaultiothread"));
    for (var loop : loops.toList()) {
      var pool = IoThreadReader.pool(fields, loop);
      int most = pool.most().orElse(Integer.MAX_VALUE);
      if (most == 0) {
        throw wrong(loop, "thread_pool_max is 0; give it one thread at least, or leave it out.");
      }
      if (pool.least().orElse(0) > most) {
        throw wrong(loop, "thread_pool_min is more than thread_pool_max.");
      }
    }
  }

  /// `virCPUDefParseXML`
  private void features() throws FormatException {
    Set<String> seen = new HashSet<>();
    for (var feature : root.at("cpu", "feature").toList()) {
      if (!seen.add(feature.value("name").orElse(""))) {
        throw wrong(
            feature, "the CPU's feature " + feature.value("name").orElse("") + " is told twice.");
      }
    }
  }

  /// `virDomainNumaDefParseXML`, `virDomainNumaDefNodeCacheParseXML`
  private void numa() throws FormatException {
    for (var numa : root.at("cpu", "numa").toList()) {
      if (numa.child("cell").isEmpty()) {
        throw wrong(numa, "<numa> has no cell in it; give it one or leave it out.");
      }
    }
    for (var cache : root.at("cpu", "numa", "cell", "cache").toList()) {
      var read = InterconnectReader.cache(fields, cache);
      if (read.isEmpty() || read.get().level() < 1) {
        throw wrong(cache, "a memory cache needs a level from 1, a size and a line.");
      }
    }
    var links = new InterconnectReader(fields, root);
    for (var kind : Interconnect.Kind.values()) {
      for (var link : root.at("cpu", "numa", "interconnects", kind.word()).toList()) {
        if (links.link(kind, link).isEmpty()) {
          throw wrong(
              link, "<" + link.name() + "> needs an initiator, a target and a value, as numbers.");
        }
      }
    }
  }

  /// `virDomainDefTunablesParse`
  private void emulator() throws FormatException {
    var classes = root.at("cputune", "emulatorsched").toList();
    if (classes.size() > 1) {
      throw wrong(classes.get(1), "the emulator threads have two scheduling classes.");
    }
  }

  /// `virDomainMemorySourceDefParseXML`
  private void nodemasks() throws FormatException {
    for (var mask : root.at("devices", "memory", "source", "nodemask").toList()) {
      try {
        if (NodeSet.parse(mask.text()).isEmpty()) {
          throw wrong(mask, "<nodemask> names no node.");
        }
      } catch (IllegalArgumentException unreadable) {
        throw wrong(mask, "<nodemask>: " + unreadable.getMessage() + ".");
      }
    }
  }
}
