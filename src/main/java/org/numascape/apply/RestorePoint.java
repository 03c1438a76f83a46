package org.numascape.apply;

import java.time.Instant;

/// A definition as it was before an apply.
///
/// @param key names it within its [RestorePoints]
/// @param taken when it was saved
public record RestorePoint(String key, String uuid, Instant taken) {}
