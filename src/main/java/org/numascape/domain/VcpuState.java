package org.numascape.domain;

import java.util.OptionalInt;

/// A `vcpus/vcpu` element: whether a vCPU is there at start, and whether it can be plugged.
///
/// @param order in which those there are made; given for all of them or for none
public record VcpuState(int id, boolean online, boolean hotpluggable, OptionalInt order) {}
