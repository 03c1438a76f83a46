package org.numascape.domain;

import org.numascape.topology.CpuSet;

/// A guest NUMA node: `cpu/numa/cell`. `vcpus` are guest vCPU ids, `memoryKib` is in KiB.
public record GuestCell(int id, CpuSet vcpus, long memoryKib) {}
