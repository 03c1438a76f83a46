package org.numascape.check;

import org.numascape.design.Mute;

/// A problem that somebody does not want to hear of, and the reason they gave.
public record MutedProblem(Problem problem, Mute mute) {}
