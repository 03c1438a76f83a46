package org.numascape.check;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Devices;
import org.numascape.design.Item;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PciDevice;

/// vCPUs hold every CPU of a node with devices, whose interrupts then have to go elsewhere.
final class NodeWithoutHostCpu implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var host = facts.host();
    var usable = host.usableCpus();
    if (host.nodes().size() < 2 || usable.minus(facts.occupancy().taken()).isEmpty()) {
      return Stream.empty();
    }
    return host.nodes().keySet().stream()
        .filter(node -> {
          var cpus = host.cpusOf(node).and(usable);
          return !cpus.isEmpty() && facts.occupancy().taken().containsAll(cpus);
        })
        .flatMap(node -> examine(facts, node).stream());
  }

  private static Optional<Finding> examine(Analysis facts, int node) {
    var devices =
        facts.host().all(PciDevice.class).stream()
            .filter(device -> Devices.nodes(facts.host(), device).equals(NodeSet.of(node)))
            .toList();
    if (devices.isEmpty()) {
      return Optional.empty();
    }
    var where = new ArrayList<Item>();
    facts.host().node(node).map(it -> new Item.OnHost(it.id())).ifPresent(where::add);
    devices.forEach(device -> where.add(new Item.OnHost(device.id())));
    return Optional.of(
        Finding.of(
                "P-11",
                Severity.WARNING,
                "vCPUs hold all CPUs of node "
                    + node
                    + ", which has "
                    + (devices.size() == 1 ? "a device" : devices.size() + " devices"))
            .at(where)
            .titled("node"));
  }
}
