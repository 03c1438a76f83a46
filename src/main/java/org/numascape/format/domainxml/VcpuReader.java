package org.numascape.format.domainxml;

import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.VcpuState;
import org.numascape.domain.Vcpus;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// Reads `vcpu` and `vcpus`.
///
/// Where `vcpus` is there, a vCPU it does not name is offline, and one that is offline can be
/// plugged. Source: libvirt `virDomainVcpuParse`, `virDomainVcpuDefPostParse`.
record VcpuReader(Fields fields, XmlElement root) {

  int maximum() throws FormatException {
    var element = root.child("vcpu");
    if (element.isEmpty()) {
      return 1;
    }
    int maximum = fields.number(element.get(), "the content", element.get().text());
    if (maximum < 1) {
      throw fields.xml().wrong(element.get(), "a domain needs at least one vCPU.");
    }
    return maximum;
  }

  Vcpus read(int maximum) throws FormatException {
    var element = root.child("vcpu");
    boolean automatic = element.filter(vcpu -> fields.says(vcpu, "placement", "auto")).isPresent();
    var cpuset = Optional.<CpuSet>empty();
    int current = maximum;
    if (element.isPresent()) {
      cpuset = automatic ? cpuset : fields.cpus(element.get(), "cpuset");
      current = fields.optionalNumber(element.get(), "current").orElse(maximum);
    }
    var each = each();
    if (root.child("vcpus").isPresent()) {
      current = (int) each.values().stream().filter(VcpuState::online).count();
    }
    if (current < 1 || current > maximum) {
      throw fields
          .xml()
          .wrong(
              element.orElse(root),
              "a guest with " + current + " of " + maximum + " vCPUs cannot exist.");
    }
    return new Vcpus(maximum, current, cpuset, automatic, java.util.List.copyOf(each.values()));
  }

  /// What is said of single vCPUs, by id.
  TreeMap<Integer, VcpuState> each() {
    var each = new TreeMap<Integer, VcpuState>();
    for (var vcpu : root.at("vcpus", "vcpu").toList()) {
      boolean online = fields.says(vcpu, "enabled", "yes");
      boolean pluggable = !online || fields.says(vcpu, "hotpluggable", "yes");
      int id = fields.count(vcpu, "id").orElse(each.size());
      each.put(id, new VcpuState(id, online, pluggable, fields.count(vcpu, "order")));
    }
    return each;
  }
}
