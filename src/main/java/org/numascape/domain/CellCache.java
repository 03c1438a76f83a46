package org.numascape.domain;

/// A memory-side cache of a guest cell: `cell/cache`. QEMU wants a latency for it, or does not
/// start.
///
/// libvirt reads the unit of the size at the wrong place and takes KiB whatever is written (9.0 to
/// 11.3); so does this.
///
/// @param level 1 to 3
/// @param associativity libvirt's word: `none`, `direct`, `full`
/// @param policy libvirt's word: `none`, `writeback`, `writethrough`
/// @param sizeKib in KiB, as libvirt takes it
/// @param lineBytes in bytes, as libvirt takes it
/// @param unitIgnored whether the text gives a unit that libvirt passes over
public record CellCache(
    int level,
    String associativity,
    String policy,
    long sizeKib,
    int lineBytes,
    boolean unitIgnored) {}
