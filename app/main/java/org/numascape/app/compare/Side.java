package org.numascape.app.compare;

import org.numascape.topology.HostTopology;

/// One of the two hosts.
///
/// @param label what people call it: its name, and where it came from
public record Side(String label, HostTopology host) {}
