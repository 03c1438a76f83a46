package org.numascape.placement;

import java.util.Optional;
import java.util.OptionalInt;
import org.numascape.domain.Domain;
import org.numascape.domain.HostDevice;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.Bridge;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.PciDevice;

/// Where a guest's host devices are: on which of its cells, and below which root complex.
record DeviceHome(HostTopology host, Domain domain) {

  private Optional<PciDevice> onHost(HostDevice device) {
    return host.all(PciDevice.class).stream()
        .filter(one -> one.address().equalsIgnoreCase(device.address()))
        .findFirst();
  }

  /// The guest cell whose memory, or else whose vCPUs, are on the device's node.
  OptionalInt cellOf(HostDevice device) {
    var node = onHost(device).map(PciDevice::node).filter(known -> known >= 0);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    var byMemory =
        domain.cells().stream()
            .filter(cell ->
                domain
                    .numaTune()
                    .bindingOf(cell.id())
                    .map(MemoryBinding::nodes)
                    .filter(nodes -> nodes.size() == 1 && nodes.contains(node.get()))
                    .isPresent())
            .mapToInt(cell -> cell.id())
            .findFirst();
    if (byMemory.isPresent()) {
      return byMemory;
    }
    var cpus = host.cpusOf(node.get());
    return domain.cells().stream()
        .filter(cell ->
            cell.vcpus().stream()
                .boxed()
                .flatMap(vcpu -> domain.affinity(vcpu).stream())
                .reduce(CpuSet::or)
                .filter(cpus::containsAll)
                .isPresent())
        .mapToInt(cell -> cell.id())
        .findFirst();
  }

  /// The root complex a device hangs below on the host; its PCI domain and bus where nobody tells.
  String rootOf(HostDevice device) {
    return onHost(device).stream()
        .flatMap(one -> host.ancestors(one).stream())
        .filter(Bridge.class::isInstance)
        .map(Bridge.class::cast)
        .filter(Bridge::host)
        .map(bridge -> bridge.id().toString())
        .findFirst()
        .orElse("");
  }
}
