package org.numascape.placement;

/// One line of what a drop would do, such as `memory on node 2: distance 32, ≈ ×2.1`.
public record PillLine(Tone tone, String text) {}
