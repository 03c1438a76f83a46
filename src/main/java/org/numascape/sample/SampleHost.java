package org.numascape.sample;

import java.util.List;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// A host that comes with the program.
///
/// @param name what it is called on the command line (`sample:NAME`): the name of its folder
/// @param title what people read in a list
/// @param story what it teaches, in a few sentences
/// @param origin where the numbers come from, and which are made up
/// @param topologyXml the host as hwloc XML version 2
/// @param topology the same, read
/// @param domains the guests on it, in the order they are shown
/// @param reserved host CPUs (OS indexes) that are kept for the host itself
public record SampleHost(
    String name,
    String title,
    String story,
    String origin,
    String topologyXml,
    HostTopology topology,
    List<SampleDomain> domains,
    CpuSet reserved) {

  /// Copies the list.
  public SampleHost {
    domains = List.copyOf(domains);
  }
}
