package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.CpuTune;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadScheduler;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// Reads `cputune`, but for the pins of I/O threads.
///
/// Source: libvirt `virDomainDefTunablesParse`, `virDomainVcpuPinDefParseXML`,
/// `virDomainThreadSchedParseHelper`.
record CpuTuneReader(Fields fields, XmlElement root) {

  CpuTune read(int maximum) throws FormatException {
    return new CpuTune(
        vcpuPins(maximum),
        emulatorPin(),
        schedulers("vcpusched", "vcpus"),
        schedulers("iothreadsched", "iothreads"),
        emulatorScheduler(),
        amount("shares"),
        bandwidths(),
        new AllocationReader(fields, root).read());
  }

  /// libvirt drops a pin of a vCPU that the domain has not got, and so does this.
  private Map<Integer, CpuSet> vcpuPins(int maximum) throws FormatException {
    var pins = new TreeMap<Integer, CpuSet>();
    for (var element : root.at("cputune", "vcpupin").toList()) {
      int vcpu = fields.number(element, "vcpu");
      var cpus = fields.requiredCpus(element, "cpuset");
      if (vcpu < maximum && pins.put(vcpu, cpus) != null) {
        throw fields.xml().wrong(element, "vCPU " + vcpu + " is pinned twice.");
      }
    }
    return pins;
  }

  private Optional<CpuSet> emulatorPin() throws FormatException {
    var elements = root.at("cputune", "emulatorpin").toList();
    if (elements.size() > 1) {
      throw fields.xml().wrong(elements.get(1), "the emulator threads are pinned twice.");
    }
    return elements.isEmpty()
        ? Optional.empty()
        : Optional.of(fields.requiredCpus(elements.getFirst(), "cpuset"));
  }

  private List<ThreadScheduler> schedulers(String name, String ids) throws FormatException {
    var found = new ArrayList<ThreadScheduler>();
    for (var element : root.at("cputune", name).toList()) {
      var threads = fields.requiredCpus(element, ids);
      found.add(new ThreadScheduler(threads, scheduling(element)));
    }
    return found;
  }

  private Optional<Scheduling> emulatorScheduler() throws FormatException {
    var element = root.at("cputune", "emulatorsched").findFirst();
    return element.isEmpty() ? Optional.empty() : Optional.of(scheduling(element.get()));
  }

  private Scheduling scheduling(XmlElement element) throws FormatException {
    return new Scheduling(
        fields.required(element, "scheduler"), fields.optionalNumber(element, "priority"));
  }

  private Map<Bandwidth.Scope, Bandwidth> bandwidths() {
    var found = new EnumMap<Bandwidth.Scope, Bandwidth>(Bandwidth.Scope.class);
    for (var scope : Bandwidth.Scope.values()) {
      found.put(
          scope, new Bandwidth(amount(scope.element("period")), amount(scope.element("quota"))));
    }
    return found;
  }

  private OptionalLong amount(String name) {
    var element = root.at("cputune", name).findFirst();
    return element.isEmpty() ? OptionalLong.empty() : fields.signed(element.get().text());
  }
}
