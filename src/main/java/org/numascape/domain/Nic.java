package org.numascape.domain;

import java.util.OptionalInt;

/// A network interface that is not a device handed through.
///
/// @param type libvirt's word: `network`, `bridge`, `vhostuser`, ...
/// @param model libvirt's word: `virtio`, `e1000e`, ...; may be empty
/// @param source the network, bridge or socket; may be empty
/// @param queues how many pairs of queues it has; empty for one
public record Nic(String type, String model, String source, OptionalInt queues) {}
