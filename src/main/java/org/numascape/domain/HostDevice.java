package org.numascape.domain;

/// A host PCI device handed to the guest. `address` is `dddd:bb:dd.f`, as hwloc writes it.
public record HostDevice(String address) {}
