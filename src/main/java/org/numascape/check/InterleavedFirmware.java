package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;
import org.numascape.topology.CpuPackage;

/// A host of several sockets that tells of one node.
final class InterleavedFirmware implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var sockets = facts.host().all(CpuPackage.class);
    return facts.host().nodes().size() != 1 || sockets.size() < 2
        ? Stream.empty()
        : Finding.of(
            "N-25",
            Severity.INFO,
            "The host has " + sockets.size() + " sockets, but one node: its memory is interleaved")
            .at(sockets.stream().map(socket -> new Item.OnHost(socket.id())).toList())
            .stream();
  }
}
