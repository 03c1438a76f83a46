package org.numascape.topology;

/// A setting that was another when the host was last read.
///
/// @param before what it was, for people
/// @param after what it is, for people
public record SettingChange(Setting setting, String before, String after) {}
