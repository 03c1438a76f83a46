package org.numascape.domain;

/// The `maxMemory` element: how far memory can grow by plugging in devices.
///
/// @param kib in KiB, the memory there from the start included
/// @param slots how many devices can be plugged in; libvirt before 9.6 wants at least one
public record MaxMemory(long kib, int slots) {}
