package org.numascape.drawing;

import java.util.Set;
import java.util.stream.Collectors;
import org.numascape.analysis.Analysis;
import org.numascape.domain.HostDevice;
import org.numascape.topology.Guess;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;

/// What a picture tells of the objects of a host beyond what they are: boxes about which different
/// things are told never stand for one another.
///
/// @param guessed objects about which something is a guess
/// @param given addresses of the PCI devices that guests have
record Told(
    HostTopology host, Overlay overlay, Tints tints, Set<ObjectId> guessed, Set<String> given) {

  static Told of(Analysis analysis, Overlay overlay, Tints tints) {
    var host = analysis.host();
    return new Told(
        host,
        overlay,
        tints,
        host.facts().guesses().stream().map(Guess::object).collect(Collectors.toUnmodifiableSet()),
        analysis.design().guests().stream()
            .flatMap(guest -> guest.wanted().devices().stream())
            .map(HostDevice::address)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
