package org.numascape.readiness;

/// One thing a step looks at.
///
/// @param what such as `Governor of CPUs 2-3`
/// @param found the value, or why it is not known
/// @param where the file it was read from; empty where it is of the design
public record Point(String what, String found, String where, StepState state) {}
